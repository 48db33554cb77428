import { countingWords } from './counting-words.ts'
import type { Sign } from './mention.ts'
import { numeral } from './numerals.ts'

/** Score words before an amount, nearest first; the gap may name whose marks they are: 扣责任人2分. */
const takes = /(?:(?<=[次人项处例起个份的者，])\s*考核\s*$)|(?:(?<![未不没])倒扣|(?:[处惩]|(?<!奖))罚扣?|扣除|扣减|扣罚|扣去|扣掉|减扣|核减|(?<![每下升])(?:再)?降低?(?![至到为级档等])|扣)(?:(?:得分|[^，。；：、（）\d扣加得减]){0,16})?$|(?:减去|减掉|减少|减)(?:[^，。；：、（）\d扣加得减]{0,4})?$|(?:^|[^\d%])-\s*$/
const adds = /(?:奖励|(?<![参更增叠添附])加|增加|附加|另加|再加|(?<![等秀金银铜励与念围名项胜织体级个人])奖|\+)(?:(?![强大快班工入盖油固以深重剧密急塞])(?:得分|[^，。；：、（）=\d扣加得减]){0,6})?\s*$/
const gives = /(?:(?<![获取所不])得|获得?|(?<!加)[计记]|给予?|赋|(?<![批测互自参])评为?|可得|打|折合?|算|各?占)(?:该项|本项|分值?|满|为|以|予|基础分?|基本分?|标准分?)?(?:各)?\s*$/
export const cap = /(?:最高|最多|至多|上限|不超过|不得超过|不突破|不多于|不高于|封顶|限额?|累计不超|不超出|不大于)(?:的?分值?|只|仅|可|能|得|加|扣|减|计|记|奖励|奖|给|总分|累计|合计|为|是|至|到|不超过|不得超过|本项|该项|此项|每项|每年|每人|每次|每学期|每月|赋|：|者|达|评|不|分数|限|于){0,5}\s*$/
export const untilBefore = /(?:[，\s]满|[加扣减得]满|直[到至])\s*$/
export const capAfter = /^\s*(?:为止|封顶|为?上限|为限|以内|止|为最高限?|为满|的上限)/
export const thresholdBefore = /(?:低于|高于|达到?|不足|超过|不到|未达到?|大于|小于|等于|少于|多于|[≥≤><]|介于|处于|在|平均|成绩|均分|满意度|考试|测试|测评|考核为?|分数线|学分|满)(?:为|是|到|：)?\s*$/
export const thresholdAfter = /^\s*(?:[≤≥<>]|以上|及以上|以下|及以下|（含）以?[上下]?|（含\d*分?）以?[上下]?|（不含\d*分?）以?[上下]|之间|之内|者|(?:、[^，。；]{0,6}\d分?)?的?基础|的?(?:学生|教师|试卷|考生|人员|同学)|一档|(?:（含）)?的?，?(?:[得扣加计评](?=\s*(?:[\d零一二三两四五六七八九十半]|分|满|定|为|[优良中差合]))|为优|为良|为合格|为不合格|为中|为差|确定|评定|视为)|为(?:优|良|合格|不合格|中|差|及格|不及格|一级|二级|三级|[ABCD]))/
export const valueBefore = /(?:满分|总分|分值|基准分|(?<![计得记给赋])(?:基础分|基本分|标准分)|起评分?|起始分?|初始分?|原始分|底分|权重|共计?|合计|总计|小计|计分|(?:每[人班户]|每(?:月|周|学期|学年|季度?))(?:均)?有|(?<=^|[，；。）\s])(?:本项|该项|此项)(?:分值)?)(?:为|是|：|各|计|值|设定为|定为)?\s*$/

/** 按5分扣减, 每次2分的标准扣分: the verb stands behind the amount. */
export const pricedBehind = /^\s*(?:的?标准)?(?:进行|予以|给予)?(?:追加|再)?(?:(扣|加)分|(扣)(?:减|除|罚)(?=[，。；）（\s]|$))/

/** 完成的按3分计: an amount given, where 按100分计 and 总分按50分计 only say what a whole is counted as. */
export const countedBehind = (phrase: string, after: string): boolean =>
  !/不足|超过|超出|低于|高于|不满/.test(phrase) &&
  /(?:[的者次项篇个件例人]|每[\u4e00-\u9fa5]{1,3}|(?<!满分)(?<!总分)，|^)\s*[均只]?[按以]\s*$/.test(phrase) && /^\s*(?:计|记|给|赋|得)(?:分|算)?(?=[，。；）\s]|$)/.test(after)

/** 每增（减）1个百分点加（减）5分, 每多或少1%奖或罚1分: one amount, given on the one side and taken on the other. */
export const bothWays = /(?:[加奖]|增加)分?\s*(?:（\s*[减扣罚]\s*）|[或、/]\s*者?\s*[减扣罚])\s*$|[扣减罚]\s*(?:（\s*[加奖]\s*）|[或、/]\s*[加奖])\s*$|(?:加减|奖罚|增减)\s*$/

/** A rate behind the amount: 5分/次, 2分一次, 1分（每人）. */
export const rateAfter = new RegExp(`^\\s*(?:(?:/|每|一(?=次|人|项|处|个|例|起))每?((?:${numeral})?${countingWords})|（每?((?:${numeral})?${countingWords})）)(?!(?!(?:进行|予以|给予)?(?:追加|再)?[扣加]分)[\\u4e00-\\u9fa5]*[扣加得])`)

/** 加分标准：国家级10、省级8, 一等奖3、二等奖2（分）: a heading or a close that says that bare numbers are marks. */
export const headed = /^[^，。；\d]{0,8}(?:[扣加减得计评]分|奖励|分值)[^，。；\d：]{0,4}：|\d\s*（分）/

export const signBefore = (phrase: string): { readonly sign: Sign; readonly length: number } => {
  const candidates = ([['takes', takes], ['adds', adds], ['gives', gives]] as const).flatMap(([sign, pattern]) => {
    const match = pattern.exec(phrase)
    return match === null ? [] : [{ sign, length: /-\s*$/.test(match[0]) ? match[0].length - match[0].lastIndexOf('-') : match[0].length }]
  })
  // 扣减年度综合得分5分: the verb stands before the name of what it is done to
  const named = candidates.find((one) => one.sign === 'gives' && /得分\s*$/.test(phrase))
  const others = candidates.filter((one) => one !== named)
  return (others.length > 0 ? others : candidates).sort((a, b) => a.length - b.length)[0] ?? { sign: 'bare', length: 0 }
}

export const signInside = (text: string, fallback: Sign): Sign =>
  /[扣减]/.test(text) ? 'takes' : /[加奖]/.test(text) ? 'adds' : /得/.test(text.replace(/不得/, '')) ? 'gives' : fallback

/** 为5分, 的10分: an amount given, though a bound stands near it. */
export const isGivenAmount = (phrase: string, after: string): boolean =>
  /(?:的|者|为|每[^，]{1,6})\s*$/.test(phrase) && /^\s*(?:[，。；）]|$)/.test(after) && !/(?:低于|高于|超过|不足|达到|大于|小于|成绩|平均)[^，]{0,3}$/.test(phrase)
