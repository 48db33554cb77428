import type { EntryKind } from '../ledger/entry-kind.ts'
import type { Criterion, FormItem, FormSection } from './form.ts'

/** A name that is read at a glance in a list of kinds. */
const longestName = 12

/** 会议 or 检查 alone says of nothing what it was about. */
const sayNothing = /^(?:会议?|活动|检查|材料|资料|记录|台账|工作|情况|次数|内容|要求|培训|学习|教育|演练|研究|分析|分析研究|走访|制度|计划|方案|报告|任务|项目)$/

/**
 * A short name for what a count counts, made from the words of its clause: 每季度召开一次安全生产专题会议 → 安全生产专题会议.
 * Undefined where the words name nothing in particular.
 */
export const nameForKind = (what: string): string | undefined => {
  const phrase = what
    .replace(/\s+/g, '')
    .replace(/[（(][^）)]*[）)]/g, '')
    .split(/[，。；：！,;:]/)
    .flatMap((part) => [beforeCount(part), part])
    .map(withoutFrame)
    .find((part) => part.length >= 2 && !sayNothing.test(part))
  if (phrase === undefined) return undefined
  if (phrase.length <= longestName) return phrase
  const shorter = [...phrase.split(/的|并且?|以及|和|及|或|与/), phrase.slice(-longestName)]
    .map(withoutFrame)
    .filter((part) => part.length >= 4 && part.length <= longestName)
  return shorter.find((part) => /(?:会|会议|活动|检查|演练|培训|教育|学习|考核|宣传|排查|巡查|值班|带班|报告|课)$/.test(part)) ?? shorter[0]
}

const often = '(?:全年|每年|本年度?|年内|年度|每?学年|每?学期|每?半年|每?季度?|每?个?月|每?周|每?日|每天|各)'
const numeral = '[\\d一二两三四五六七八九十]+'
const counted = `(?:不少于|不得少于|不低于|至少|达到?|满|开展|召开|组织|举办|进行)?${numeral}[次场期篇份项个件人节堂]以?上?`

/** 集中研讨不少于6次、成员全部发言: what stands before the number is what is counted. */
const beforeCount = (text: string): string => {
  const before = new RegExp(`^(.{4,}?)(?:不少于|不得少于|不低于|至少|应|达到?)?${numeral}[次场期篇份]`).exec(text)?.[1] ?? ''
  return /(?:召开|开展|组织|举办|举行|进行|实施|报送|撰写|参加|上)$/.test(before) ? '' : before
}

/** What is done, without how often it is due and the verb that does it. */
const withoutFrame = (text: string): string => {
  let left = text
  const strip = (pattern: RegExp): void => {
    left = left.replace(pattern, '')
  }
  for (let before = ''; before !== left; ) {
    before = left
    strip(new RegExp(`^(?:${often}(?:度|内|末|初|底)?|${counted}|按[照时期]?(?:规定|要求)?|定期|及时|认真|应当?(?!急)|须|必须|要|需|能|未|没有|至少|平均|不少于|不低于|其中|并|且)`))
    strip(/^[对向给为][^对向]{1,14}?(?:开展|进行|组织|实施|做好)(?=.{2})/)
    strip(/^(?:召开|开展|组织|举办|举行|进行|实施|落实|参加|制[定订]|建立|撰写|上报|报送|安排|完成|做好)(?:了|好|过)?(?=.{2})/)
    strip(/^(?:一?次|少|缺|的|了)(?=.{2})/)
    strip(new RegExp(`(?:${often}?${counted})$`))
    strip(/(?:等|的|次数|情况|不足|不够|每少|少于|至少|不少于|应)$/)
  }
  return left
    .replace(new RegExp(`${often}(?:${counted})?`, 'g'), '')
    .replace(new RegExp(`上?${numeral}[次节]`, 'g'), '')
    .replace(/(?<=.{2})(?:召开|举行|开展)的?(?=.{2})/, '')
    .replace(/[、和及]$/, '')
}

/**
 * The kinds of entry that a form names and the shared vocabulary does not know: it brings them along, each listed under
 * the section that names it first.
 */
export const ownKinds = (
  form: { readonly criteria: readonly Criterion[]; readonly items: readonly FormItem[]; readonly sections: readonly FormSection[] },
  vocabulary: readonly EntryKind[],
): readonly EntryKind[] => {
  const known = new Set(vocabulary.map((kind) => kind.name))
  return form.criteria.flatMap((criterion) => {
    const named = [...criterion.parts.flatMap((part) => part.fedBy), ...criterion.suggestedBy]
    return named.flatMap((name): EntryKind[] => {
      if (known.has(name)) return []
      known.add(name)
      const section = form.items.find((item) => item.no === criterion.item)?.section
      const group = form.sections.find((one) => one.no === section)?.name ?? '本表'
      return [{ name, group: group.slice(0, longestName) || '本表', goesWith: [], alsoCalled: [] }]
    })
  })
}
