/** A list chosen on another page travels with the address; the browser keeps files in its history like other values. */
export const handList = (file: File) => ({ list: file })

export const handedList = (state: unknown): File | undefined =>
  typeof state === 'object' && state !== null && 'list' in state && state.list instanceof File ? state.list : undefined
