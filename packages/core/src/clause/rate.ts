import { countingWord, countingWords } from './counting-words.ts'
import { numeral, readNumeral } from './numerals.ts'

/**
 * What an amount is multiplied by. missing: 每少1次; finding: 每发现1处, 每次; percent: 每低1个百分点; `unit` as the clause says it;
 * `condition` is what stands before the rate.
 */
export type Rate = {
  readonly kind: 'missing' | 'finding' | 'percent'
  readonly unit: string
  readonly condition: string
  /** Where only a count of one says so: beside the verb (1次加2分), or elsewhere (有一处). */
  readonly single?: 'beside' | 'apart'
  /** The words behind a missing one: 缺一项制度. */
  readonly after?: string
  /** What is done or fails to be done within the rate: 每少研究一次, 每迟报一次. */
  readonly verb?: string
  /** A second thing of the same rate: 少一次或少一人. */
  readonly also?: string
}

const verb = '[\\u4e00-\\u9fa5]{0,6}?'
const missing = new RegExp(
  `(?<every>每)?(?:再|有)?(?<word>缺少|欠缺|缺失|短缺|(?<every2>每)减少|少|缺|欠|差(?!错|异|距|评|生|额|旅))(?!席|勤|旷|课(?!时)|岗|考|数|年|量|先|部分|于|陷|乏|额|别|报率)(?<verb>${verb})\\s*(?<count>${numeral}|几)?\\s*(?:个)?(?<unit>${countingWords})`,
  'g',
)
const percent = new RegExp(`每(?!(?:个|一)?(?:半年|季|月|学期|学年|年|周|天|日|届))(?:再)?(?:[^，。；每]{0,12}?)(?:${numeral})?\\s*(?:个)?(?:百分点|百分比|%|‰|千分点|个点)(?!以上|以下)|(?:低|降低|下降|减少|少|超|超出|超过|高|高出|上升)\\s*(?:1|一)\\s*(?:个百分点|%)(?=(?:的|，|\\s)*$)`)
const single = `(?:一|1|壹)\\s*`
const every = new RegExp(
  `每(?:再|有|逢|多|超(?:过|出|期|标)?|逾期|延(?:迟|期|误)|迟(?:报|到|交|延)?|晚|拖延?|推迟|提前|提升|提高|前进|进|后退|退|增加|增|减少|减|降低|下降|降|低于?|高于?|上升|发现|出现|发生|查(?:出|实|到)|存在|通报|投诉|漏|完成|达到|满|新增|获得?|发表|参加|承办|举办|组织|开展|撰写|报送|上报|录用|采用|被[\\u4e00-\\u9fa5]{1,4}|死亡|受伤|[\\u4e00-\\u9fa5]{1,5}?)??(?<unit>(?:${numeral}\\s*)?(?:个)?${countingWords})`,
  'g',
)
const found = new RegExp(
  `(?:发现|出现|发生|查出|查实|查到|存在|凡有|每有|有|若有|如有|通报|投诉|迟到|早退|旷课|旷工|缺席|缺勤|缺课|缺岗|逾期|超期|延期|延误|晚|脱岗|漏记|违规|违反|违纪|违章|不合格|未完成|漏报|迟报|错报|漏|错|丢失|损坏|[\\u4e00-\\u9fa5]不(?![少低超大小得多足])[\\u4e00-\\u9fa5]{1,3})\\s*${single}(?<unit>${countingWords})(?!以上|及以上)`,
)
const beforeVerb = new RegExp(`(?<!至少|不少于|少于|不足|第|每[年月周季日天]|半年|学期|季度|其中|任何|任意)${single}(?<unit>${countingWords})(?:的|者)?[，\\s]*$`)
const atHead = new RegExp(`(?<!至少|不少于|少于|不足|第|每|完成|开展|组织|召开|其中|任何|任意|其中的)${single}(?<unit>处|项|次|人次|人|床|双|例|起|个(?!月|半|小时|工作日|季|学期|星期|百分)|件|份|条|张|户|天|页|台|具|间|块|篇|名|种|类|辆|座|只)(?![及或]?以上)(?=[\\u4e00-\\u9fa5]{0,6}?(?:不|未|没|无|缺|违|超|差|错|漏|乱|脏|破|损|坏))`)
/** 一个品种扣0.5分: a count of one with the name of what is counted. */
const oneOfAKind = new RegExp(`(?:^|，)${single}(?<unit>(?:个|种|项|名|份|张|条|本|处|例)[\\u4e00-\\u9fa5]{1,4})(?:的|者)?[，\\s]*$`)
const period = /^(?:\d*\s*个?[一两二半\d]*(?:年|季度?|月|学期|学年|周|天|日|届|个月|年度|工作日))$/

/** 每迟报一次: the fault itself stands inside the rate; 每发现一处 names none. */
const fault = /^每(?:再|有)?(缺[席勤岗课]|[迟漏错误瞒谎虚]报|迟到|早退|旷[工课]|脱岗|逾期|超期|延[期误迟]|推迟|拖延|投诉|通报|被[\u4e00-\u9fa5]{1,4}?|(?:未|不)[\u4e00-\u9fa5]{1,5}?|[\u4e00-\u9fa5]*(?:死亡|受伤))(?=\d|[零一两二三]|个|次|人|项|处|起|例|天|日|件|份|篇|条)/

/** The rate in the words that lead up to an amount, or undefined where it is taken or given once. */
export const readRate = (lead: string, per: string | undefined): Rate | undefined => {
  const percentMatch = percent.exec(lead)
  if (percentMatch !== null) return { kind: 'percent', unit: percentMatch[0], condition: lead.slice(0, percentMatch.index) }
  const shortfall = lastMissing(lead)
  if (shortfall !== undefined) return shortfall
  if (per !== undefined) return { kind: 'finding', unit: per, condition: lead }
  const each = lastEvery(lead)
  if (each !== undefined && /(?:缺失|缺少|短缺|欠缺|不足|缺|少)$/.test(each.condition)) return { ...each, kind: 'missing', condition: each.condition.replace(/(?:缺失|缺少|短缺|欠缺|不足|缺|少)$/, '') }
  return each ?? countOfOne(lead)
}

const lastMissing = (lead: string): Rate | undefined => {
  const all = [...lead.matchAll(missing)].filter(isMissing(lead))
  const last = all.at(-1)
  if (last === undefined) return undefined
  const unit = last.groups?.['unit'] ?? '次'
  const before = all.at(-2)
  const joined = before !== undefined && /^(?:的)?(?:或者?|、|和|，或)$/.test(lead.slice(before.index + before[0].length, last.index))
  const first = joined ? before : last
  return {
    kind: 'missing',
    unit: first.groups?.['unit'] ?? unit,
    condition: lead.slice(0, first.index),
    ...(first.groups?.['verb'] === undefined || first.groups['verb'] === '' ? {} : { verb: first.groups['verb'] }),
    ...(joined ? { also: unit } : { after: lead.slice(last.index + last[0].length) }),
  }
}

/** 每少1次, 缺一项: with 每 or a count of one; 少2人 is a condition, and so is 缺少2次以上. */
const isMissing = (lead: string) => (match: RegExpExecArray): boolean => {
  const { every: each, every2, count, word, verb: did } = match.groups ?? {}
  const after = lead.slice(match.index + match[0].length)
  const before = lead.slice(0, match.index)
  if (/至$|多$|减$|不$|较$|很$|缩$|最$|残$|空$/.test(before) && each === undefined && every2 === undefined) return false
  if (/^(?:以上|及以上|以内)/.test(after)) return false
  const value = count === undefined ? undefined : readNumeral(count)
  const rated = each !== undefined || every2 !== undefined || /每[^，。；]{0,8}$/.test(before)
  if (word === '差' && !(rated || value === 1)) return false
  if (/[席勤岗考]$/.test(did ?? '')) return false
  return rated ? true : value === 1 || count === '几'
}

const lastEvery = (lead: string): Rate | undefined => {
  const byMark = /每(?:再)?(?:低|高|超|少|差|增加|提高|降低|减少)[^，。；每\d]{0,8}\d*(?:\.\d+)?\s*分(?=(?:的|，|\s)*$)/.exec(lead)
  if (byMark !== null) return { kind: 'finding', unit: '分', condition: lead.slice(0, byMark.index) }
  const phrases = lead.split('，')
  const tail = (phrases.at(-1)?.replace(/[的者\s]/g, '') ?? '') === '' ? phrases.at(-2) : phrases.at(-1)
  const matches = [...lead.matchAll(every)].filter((match) => {
    const unit = match.groups?.['unit'] ?? ''
    const after = lead.slice(match.index + match[0].length)
    if (/^每(?:个|一|\d+)?(?:半年|季|月|学期|学年|年|周|天|日|届|两年)/.test(match[0])) return period.test(unit.replace(/\s/g, '')) && /^(?:的|者|[，\s]|再|可|另)*$/.test(after)
    if (/^\d/.test(after) || /(?:[与向给跟]|(?<![行作认视])为)$/.test(lead.slice(0, match.index))) return false
    if (/^(?:至少|不少于|不低于|应|须|必须|要|需)/.test(after)) return false
    const inTail = tail === undefined || match.index >= lead.lastIndexOf(tail)
    return inTail || /^每(?:发现|出现|发生|有|查|死亡|受伤|超|逾期|迟|次|例|起|处|项|件)/.test(match[0]) || !/[，]/.test(after.replace(/[，\s的者]*$/, ''))
  })
  const last = matches.at(-1)
  if (last === undefined) return everyWithoutUnit(lead)
  const first = matches.length > 1 && lead.slice((matches[0]?.index ?? 0) + (matches[0]?.[0].length ?? 0), last.index) === '' ? matches[0] : undefined
  const unit = (first?.groups?.['unit'] ?? '') + (last.groups?.['unit'] ?? '次')
  const verb = fault.exec(last[0])?.[1]
  return { kind: 'finding', unit: unit.replace(/\s/g, '').replace(/^[1一](?=[^\d])/, ''), ...(verb === undefined ? {} : { verb }), condition: lead.slice(0, (first ?? last).index) + lead.slice(last.index + last[0].length) }
}

/** 每新建果园50亩: each such quantity, where no bound is set on it. */
const everyQuantity = new RegExp(`每(?!个|人|位|户|村|班|家|半年|季|月|学期|学年|年|周|天|日|次|届)((?:新|增|扩|完成|引进|建|发展|种植|改造|招|募|开发|创)[^，。；\\d每少不低超至达]{0,10}?)((?:\\d+(?:\\.\\d+)?|[一二三四五六七八九十百]+)\\s*(?:个)?${countingWords})(?=(?:的|，|\\s)*$)`)

/** 每发生操作故障、缺陷: each finding, though no counting word names it. */
const everyWithoutUnit = (lead: string): Rate | undefined => {
  const match = /每(?:再)?(?:发生|发现|出现|存在|违反|查出|查处)(?!\s*[\d一二两三])[^，。；每]*$/.exec(lead)
  const counted = /每(?!半年|季|月|学期|学年|年|周|天|日)[^，。；\d每]{1,6}?(?:一|1)([\u4e00-\u9fa5]{1,3})(?=(?:的|，|\s)*$)/.exec(lead)
  if (match === null && counted !== null) return { kind: 'finding', unit: counted[1] ?? '次', condition: lead.slice(0, counted.index) }
  const quantity = match === null ? everyQuantity.exec(lead) : null
  if (quantity !== null) return { kind: 'finding', unit: quantity[2] ?? '次', condition: `${lead.slice(0, quantity.index)}${quantity[1] ?? ''}` }
  return match === null ? undefined : { kind: 'finding', unit: '次', condition: `${lead.slice(0, match.index)}${match[0].slice(1)}` }
}

const countOfOne = (lead: string): Rate | undefined => {
  for (const pattern of [found, beforeVerb, atHead, oneOfAKind]) {
    const match = pattern.exec(lead)
    const unit = match?.groups?.['unit']
    if (match === null || unit === undefined) continue
    if (/(?<!\d)[2-9]\s*(?:-|至|到|~)\s*\d+\s*[次人个天节]/.test(lead.slice(match.index + match[0].length))) continue
    if (/^(?:级|等|档|年级)$/.test(unit) || (unit === '类' && !/[有缺]\s*(?:一|1)\s*类/.test(lead))) continue
    if (/^(?:年|月|周|部|点|面)$/.test(unit) && pattern !== found) continue
    if (unit.includes('百分点')) return { kind: 'percent', unit, condition: lead }
    if (pattern !== found && !/(?:不|未|没)[^，；。]{0,4}(?:完成|组织|开展|召开|举行|举办|进行)[^，；。]{0,4}$/.test(lead.slice(0, match.index)) && /(?:至少|不少于|不低于|最少|完成|组织|开展|召开|举行|举办|进行)[^，；。]{0,4}$/.test(lead.slice(0, match.index))) continue
    return { kind: 'finding', unit, condition: lead, single: pattern === beforeVerb ? 'beside' : 'apart' }
  }
  return undefined
}

/** True where the words hold a rate sign: used by the steps that tell 每项加3分 from a ladder. */
export const isRated = (lead: string, per: string | undefined): boolean => readRate(lead, per) !== undefined

export const countingPattern = countingWord
