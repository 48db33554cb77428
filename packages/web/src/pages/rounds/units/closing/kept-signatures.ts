import type { Place } from '../../../../api/names.ts'
import type { SignatureDraft } from './SignerField.tsx'

/** What was drawn and not yet given, by signer: a lost network asks nobody to come back to the table and sign again. */
export type KeptSignatures = Readonly<Record<string, SignatureDraft | undefined>>

/** Kept with the sheet under which it was drawn: another result wants other signatures. */
const keyOf = (place: Place, sheet: string): string => `zicha.signatures.1.${place.round}.${place.unit}.${sheet.slice(0, 12)}`

export const readKeptSignatures = (place: Place, sheet: string): KeptSignatures => {
  try {
    const text = localStorage.getItem(keyOf(place, sheet))
    return text === null ? {} : (JSON.parse(text) as KeptSignatures)
  } catch {
    return {}
  }
}

/** Given or taken back, nothing stays on the device. */
export const keepSignatures = (place: Place, sheet: string, drafts: KeptSignatures): void => {
  try {
    if (Object.values(drafts).every((draft) => draft === undefined)) localStorage.removeItem(keyOf(place, sheet))
    else localStorage.setItem(keyOf(place, sheet), JSON.stringify(drafts))
  } catch {
    // A browser that keeps nothing still has them on the page.
  }
}
