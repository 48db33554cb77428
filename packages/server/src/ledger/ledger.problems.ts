import type { Finding } from '@zicha/core'
import { Problem, unprocessable } from '../http/problem.ts'

/** What core's check of an entry may find, each with the title that programs and lists show; its sentence is core's. */
const titles: Readonly<Record<string, string>> = {
  'entry.no_such_day': '没有这一天',
  'entry.outside_year': '活动日期不在本年度',
  'entry.no_kind': '还没有选活动类型',
  'entry.unknown_kind': '没有这个活动类型',
  'entry.kind_twice': '活动类型选了两次',
  'entry.no_title': '标题还空着',
  'entry.people_not_a_count': '人数不是整数',
}

/** All that is wrong with an entry in one problem; the first finding gives its code and sentence. */
export const entryFaults = (findings: readonly Finding[], year: number): Problem | undefined => {
  const [first] = findings
  if (first === undefined) return undefined
  const errors = findings.map((finding) => ({
    pointer: `#${finding.where}`,
    detail: finding.code === 'entry.outside_year' ? `请填${year}年内的日期` : finding.message,
  }))
  return unprocessable(first.code, titles[first.code] ?? '记录要改一处', first.message, errors)
}

export const evidenceTwice = (index: number): Problem =>
  unprocessable('entry.evidence_twice', '佐证材料重复', '同一份材料放了两次。已填的都在，请去掉一份。', [
    { pointer: `#/evidence/${index}`, detail: '和前面的重复' },
  ])

export const entryDeleted = (): Problem =>
  new Problem({
    code: 'entry.deleted',
    status: 410,
    title: '这条记录已经删除',
    detail: '这条记录已经删除，不能再看或再改。要留下这次的内容，请另记一条。',
  })

export const badCursor = (): Problem =>
  unprocessable('entry.bad_cursor', '翻页的位置看不懂', '翻页的位置看不懂，请从头再取一次。', [
    { pointer: '?after', detail: '请用上一页给的 next' },
  ])
