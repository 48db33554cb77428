import { newId } from '../../../../../api/names.ts'

/** Hundreds of files are too much for the browser's history: they wait here, and the address carries their token. */
let held: { readonly token: string; readonly files: readonly File[] } | null = null

export const handPhotos = (files: readonly File[]): { readonly photos: string } => {
  held = { token: newId(), files }
  return { photos: held.token }
}

/** Nothing after a reload: the page then asks for photos. */
export const handedPhotos = (state: unknown): readonly File[] =>
  typeof state === 'object' && state !== null && 'photos' in state && state.photos === held?.token ? (held?.files ?? []) : []
