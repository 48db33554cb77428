import type { Route } from './http/route.ts'

/** Every route of the API, room by room: registration, description, access matrix and problem list read this list. */
export const routes: readonly Route[] = []
