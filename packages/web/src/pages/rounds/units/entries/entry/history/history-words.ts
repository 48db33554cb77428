import { sayDay } from '@zicha/core'
import type { EntryHistory } from '../../../../../../api/contract.ts'

type Version = EntryHistory['items'][number]
type FieldName = Version['changed'][number]

const names: Readonly<Record<FieldName, string>> = {
  countsAs: '活动',
  title: '标题',
  happenedOn: '日期',
  note: '说明',
  people: '人数',
  evidence: '材料',
  capturedAt: '拍摄时间',
}

const acts: Readonly<Record<Version['what'], string>> = { recorded: '记下', changed: '改', deleted: '删除', restored: '找回' }

/** 陈静记下, 王丽改了日期、人数. */
export const actWords = ({ byName, what, changed }: Version): string =>
  what === 'changed' && changed.length > 0 ? `${byName}改了${changed.map((name) => names[name]).join('、')}` : `${byName}${acts[what]}`

/** What one field said: 11月18日, 9人, 记录本第12页、照片2件; 没有 where it was empty. */
export const fieldWords = (name: FieldName, { content }: Version): string => {
  switch (name) {
    case 'countsAs':
      return content.countsAs.join('、')
    case 'title':
      return content.title
    case 'happenedOn':
      return sayDay(content.happenedOn)
    case 'note':
      return content.note === undefined || content.note === '' ? '没有' : content.note
    case 'people':
      return content.people === undefined ? '没有' : `${content.people}人`
    case 'evidence':
      return evidenceWords(content.evidence ?? [])
    case 'capturedAt':
      return content.capturedAt ?? '没有'
  }
}

const evidenceWords = (evidence: NonNullable<Version['content']['evidence']>): string => {
  const files = evidence.filter((one) => 'sha256' in one).length
  const written = evidence.flatMap((one) => ('reference' in one ? [one.reference] : []))
  return [...(files === 0 ? [] : [`文件${files}件`]), ...written].join('、') || '没有'
}

/** The fields to show of a version: all that it first said, or what it changed with how it was before. */
export const linesOf = (version: Version, before: Version | undefined): readonly { readonly name: string; readonly now: string; readonly was?: string }[] => {
  if (version.what === 'deleted' || version.what === 'restored') return []
  const all: readonly FieldName[] = ['countsAs', 'happenedOn', 'title', 'people', 'evidence', 'note']
  const shown = version.what === 'recorded' || before === undefined ? all : version.changed
  return shown.flatMap((field) => {
    const now = fieldWords(field, version)
    if (version.what === 'recorded' || before === undefined) return now === '没有' ? [] : [{ name: names[field], now }]
    return [{ name: names[field], now, was: fieldWords(field, before) }]
  })
}
