import type { EntryKind } from '../entry-kind.ts'
import { kindWordsFrom, type KindWord } from '../kinds-named-in.ts'

/** Words after which what follows is only spoken of: a paper that is studied, a lesson's subject. */
const spokenOf = /学习|研读|传达|贯彻|领会|解读|观看|收看|宣读|宣传|宣讲|通报|党课|讲座|培训|报告会|征文|竞赛/g
/** Words after which something is done or dealt with in the meeting. */
const dealtWith = /研究|讨论|部署|分析|研判|召开|开展|签订|收缴|审议|通过|制定|修订|进行|组织|听取|布置|安排|审查|表决|选举|举行|举办|落实|接收|推荐|汇报|[；;。\n，,]|暨|及|并|同时|一并|合并|兼|\+|＋|＆|&|和(?=[^，。；]{0,8}(?:会|研判|活动|党日|党课))/g
/** Names of kinds that are deeds by their own last word, whatever stands before them. */
const isDeed = /(?:会|会议|研判|研讨|活动|大会|教育|签订|党日|慰问|走访|服务|收缴|检查|选举|仪?式|比赛|课|事迹|典型|楷模|榜样|片)$|^(?:缴|交|收|慰问|走访|看望|签订|制定|修订|接收|表彰|表扬|评选|票决|公示|检查|查|考核|考评|督导|看)/

/**
 * Reads which kinds the words of a row tell. What is merely studied or spoken of (学习《意识形态工作责任制》) is no meeting
 * about it, and papers between 《》 count only where they are dealt with: 讨论通过《2022年党建工作计划》.
 */
export const kindsToldFrom = (kinds: readonly EntryKind[]): ((text: string) => readonly string[]) => {
  const wordsIn = kindWordsFrom(kinds)
  return (text) => {
    const plain = text.replace(/[ \t\u00a0　“”"‘’「」]+/g, '')
    const words = wordsIn(plain)
    if (words.length === 0) return []
    const quoted = [...plain.matchAll(/[《〈][^》〉]*[》〉]/g)].map((match) => ({ at: match.index, end: match.index + match[0].length }))
    const told = words.filter((word) => !isOnlySpokenOf(word, plain, quoted))
    return [...new Set(told.map((word) => word.kind))]
  }
}

type Stretch = { readonly at: number; readonly end: number }

const isOnlySpokenOf = (word: KindWord, text: string, quoted: readonly Stretch[]): boolean => {
  const quote = quoted.find((one) => word.at >= one.at && word.end <= one.end)
  if (quote === undefined && /^议?(?:的)?(?:精神|讲话|要求|通知|文件)/.test(text.slice(word.end)) && lastEnd(text.slice(0, word.at), spokenOf) >= 0) return true
  if (quote === undefined && !isDeed.test(text.slice(word.at, word.end)) && /^(?:工作|专题|理论|知识|精神)*(?:集中)?(?:学习|培训|讲座|宣讲|辅导)/.test(text.slice(word.end))) return true
  const until = quote?.at ?? word.at
  if (quote === undefined && isDeed.test(text.slice(word.at, word.end))) return false
  const speaks = lastEnd(text.slice(0, until), spokenOf)
  const deals = lastEnd(text.slice(0, until), dealtWith)
  if (quote !== undefined && speaks === -1 && deals === -1) return !/^[《〈]/.test(text)
  return speaks > deals
}

const lastEnd = (text: string, pattern: RegExp): number => {
  let end = -1
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length
  return end
}
