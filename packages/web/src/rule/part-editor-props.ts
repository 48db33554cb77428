import type { FormPart, Kind } from '@zicha/core'

export type PartOfKind<K extends Kind> = Extract<FormPart, { readonly kind: K }>

/** The numbers and words of one rule, to be corrected. A number that is not filled in is NaN. */
export type PartEditorProps<K extends Kind> = {
  readonly part: PartOfKind<K>
  readonly onChange: (part: PartOfKind<K>) => void
}
