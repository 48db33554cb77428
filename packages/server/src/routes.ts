import { formRoutes } from './forms/forms.routes.ts'
import type { Route } from './http/route.ts'
import { unitRoutes } from './organizations/units.routes.ts'

/** Every route of the API, room by room: registration, description, access matrix and problem list read this list. */
export const routes: readonly Route[] = [...formRoutes, ...unitRoutes]
