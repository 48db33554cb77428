import type { FormList } from '../../api/contract.ts'

export type EditionLine = FormList['items'][number]

const kernel = (title: string): string => title.replace(/[\s\d年度（）()]|20\d\d/gu, '')

/** The edition before this one of the same table: its title but for the year, published last before it. */
export const formerEdition = (all: readonly EditionLine[], edition: EditionLine): EditionLine | undefined =>
  all
    .filter((one) => one.id !== edition.id && kernel(one.title) === kernel(edition.title))
    .filter((one) => (one.publishedAt ?? '') < (edition.publishedAt ?? ''))
    .toSorted((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1))[0]

export type PublishDraft = { readonly id: string; readonly edition: string }

/** The year of a table: that of its title or file, else this one. */
const yearIn = (texts: readonly string[], today: string): string =>
  texts.map((text) => /20\d\d/u.exec(text)?.[0]).find((year) => year !== undefined) ?? today.slice(0, 4)

/** 云江's table of 2026: yunjiang-2026, 2026年版; a second one in a year gets a number. */
export const proposeEdition = (
  draft: { readonly title: string; readonly fileName: string },
  bureau: string,
  taken: readonly EditionLine[],
  today: string,
): PublishDraft => {
  const year = yearIn([draft.title, draft.fileName], today)
  const owner = bureau.toLowerCase().replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '')
  const base = owner === '' ? `form-${year}` : `${owner}-${year}`
  let id = base
  for (let next = 2; taken.some((one) => one.id === id); next += 1) id = `${base}-${next}`
  let edition = `${year}年版`
  for (let next = 2; taken.some((one) => one.edition === edition && kernel(one.title) === kernel(draft.title)); next += 1) {
    edition = `${year}年第${next}版`
  }
  return { id, edition }
}

/** What would keep an edition from being published, each with its field. */
export const publishFaults = ({ id, edition }: PublishDraft): readonly { readonly field: string; readonly message: string }[] => [
  ...(/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(id) && id.length <= 60
    ? []
    : [{ field: 'edition-id', message: `编号“${id.slice(0, 20)}”不能用。请只用小写字母、数字和短横，如yunjiang-2026。` }]),
  ...(edition.trim() === '' ? [{ field: 'edition-name', message: '版次还空着。写上是哪一年的，如2026年版。' }] : []),
]
