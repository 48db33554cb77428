import type { Form } from '@zicha/core'
import type { SectionChecks } from '../../../../api/contract.ts'
import { instantWords } from '../../../../ui/day-words.ts'

export type SectionCheckState = {
  readonly checked: boolean
  /** Who checked when, and through what it came to an end; null where nobody did. */
  readonly words: string | null
}

/** How a duty stands with the people who go over it: 王丽今天10:32核对过. */
export const checkState = (form: Form, checks: SectionChecks, section: number): SectionCheckState => {
  const found = checks.sections.find((one) => one.section === section)
  if (found === undefined) return { checked: false, words: null }
  const who = `${found.byName}${instantWords(found.at)}核对过`
  const { undone } = found
  if (undone === undefined) return { checked: true, words: who }
  const criterion = form.criteria.find(({ id }) => id === undone.criterion)
  const what = criterion === undefined ? '' : `第${criterion.item}条`
  const changed = undone.by === found.by ? '之后又' : `${undone.byName}${instantWords(undone.at)}又`
  return { checked: false, words: `${who}，${changed}改了${what}，要再看一遍` }
}
