import { lintForm } from '@zicha/core'
import type { FormDraft } from '../../../api/form-drafts.ts'

export type Remark = FormDraft['findings'][number]

/** 第19条 or 19.2 → 19. */
export const itemIn = (where: string): number | undefined => {
  const no = /^第(\d+)条/u.exec(where)?.[1] ?? /^(\d+)\.\d+/u.exec(where)?.[1]
  return no === undefined ? undefined : Number(no)
}

/** What was odd when the table was read, save in rows that somebody has settled since, and what does not quite add up now. */
export const remarksOn = (draft: FormDraft): readonly Remark[] => {
  const settled = new Set(draft.items.flatMap(({ no, settled }) => (settled === null ? [] : [no])))
  const asRead = draft.findings.filter(({ where }) => !settled.has(itemIn(where) ?? -1))
  const now = lintForm({
    id: 'draft',
    title: draft.title,
    titleLines: [],
    edition: '',
    heading: '',
    unitLine: '',
    dateLine: '',
    columns: [],
    totalRow: '',
    signatureLine: '',
    total: draft.total,
    sections: draft.sections.map(({ no, name, points }) => ({ no, name, points, items: draft.items.filter(({ section }) => section === no).map((item) => item.no) })),
    items: draft.items.map(({ no, section, points, duty, clause }) => ({ no, section, points, duty, clause })),
    criteria: draft.items.flatMap(({ criteria }) => criteria),
  })
  const all = [...asRead, ...now]
  return all.filter((one, at) => all.findIndex(({ message, where }) => message === one.message && where === one.where) === at)
}
