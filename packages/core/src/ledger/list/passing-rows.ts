import { plainWidth } from './plain-width.ts'

const sum = /^(?:合\s*计|总\s*计|小\s*[计结]|共\s*计|累\s*计|总数|总次数|(?:全年|本月|本季度|本学期|上半年|下半年|以上|\d{1,2}月份?)(?:合计|小计|共计|累计|共|总计))/
const note = /^以上(?:由|为|是|均|照|各|[上下]半年|内容|活动|记录|情况)[^，。；]{0,12}。?$|^以下(?:为?空白|无正文|无内容)|^[（(]?(?:本页|此处|以下)空白[）)]?$|^(?:注|备\s*注|说\s*明|附\s*注|填表说明|注意|注明|特此说明)\s*(?:[：:、]|[\d一二三①]\s*[.、．])/
const signature = /^[（(]?(?:填\s*[表报写]\s*(?:人|单位|时间|日期)?|登\s*记\s*人?|摘\s*录\s*人?|记\s*载\s*人|整\s*理\s*人?|文\s*书|经\s*办\s*人?|报\s*送\s*人|制\s*表\s*(?:人|时间|日期)?|审\s*核\s*人?|审\s*批|校\s*对|负\s*责\s*人|记\s*录\s*人|统\s*计\s*(?:人|年度|时间)?|联\s*系\s*人|联系电话|(?:党?(?:支部|总支))?书\s*记(?:签[字名])?|书记签[字名]|单\s*位(?:名称|负责人|（盖章）|\(盖章\))?|学\s*校(?:名称|（盖章）|\(盖章\))?|党(?:支部|组织|总支)(?:名称|（盖章）|\(盖章\))|检\s*查\s*人|签\s*[字名]|盖\s*章|年\s*度)\s*(?:[（(][^）)]{0,8}[）)])?\s*(?:[：:]|$)/
const signedDay = /^(?:[一-龥]{2,20}(?:支部|小学|中学|学校|幼儿园|委员会|总支|党委)\s*)?(?:20\d{2}\s*年\s*\d{0,2}\s*月\s*\d{0,2}\s*日)$/
/** 吴晓 2024/12/23 16:42: who sent the list into a chat, and when. */
const sentBy = /^\s*[一-龥]{2,4}\s+20\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d{2}\s*$/
/** 2025年 登记人：办公室, （党员共9人，记载人 老罗）: a line of its own about who keeps the list, never one that tells of a meeting too. */
const writer = /^(?:(?:20\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})\s*年度?\s*)?(?:记录|记载|登记|填表|填报|制表|整理)人[\s：:（(]|^[（(][^（(]*(?:记录|记载|登记|整理)人[\s：:][^）)]*[）)]$/
/** 二〇二一年元月整理: when the list itself was written out. */
const copiedOn = /^\s*(?:20\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})\s*年(?:\s*[\d一二三四五六七八九十元]{1,2}月)?\s*(?:整理|誊[毕写抄]|抄正|摘录)。?\s*$/
const none = /^(?:.{0,8}?(?:暑假|寒假|放假|假期)[，,。；;：:（(\s]*)?(?:本月|当月|本季度|该月)?(?:未|没有?|无|暂无|不)(?:开展|召开|组织|安排|活动|会议|开会)?(?:任何)?(?:党[内建组]?织?)?(?:生活|活动|会议|内容|记录)?(?:事可记)?[。）)]?$|^(?:暑假|寒假|放假|假期|暑期)[。（）()放假\s]*$/

/** A row that adds up. */
export const isSum = (text: string): boolean => sum.test(plainWidth(text).trim())

/** A cell that says no more than that its row adds up, wherever it stands in it. */
export const isSumCell = (text: string): boolean => /^[一-龥]{0,4}(?:合计|总计|小计|共计|累计)(?:次数|人数)?[：:]?$/.test(plainWidth(text).replace(/\s/g, ''))

/** A line that explains the list. */
export const isNote = (text: string): boolean => note.test(plainWidth(text).trim())

/** A line to be signed, or that names the unit, the clerk, the day of filling in. */
export const isSignature = (text: string): boolean => isSignatureLabel(text) || signedDay.test(plainWidth(text).trim()) || sentBy.test(text) || copiedOn.test(text)

/** Words that ask for a name or a seal; a day that opens a row of several cells is the row's own. */
export const isSignatureLabel = (text: string): boolean => {
  const plain = plainWidth(text).trim()
  return signature.test(plain) || /^单位盖章|^摘抄[：:]/.test(plain) || writer.test(plain) || /^[一-龥（）() ]{0,10}(?:签字|签名|盖章|签章|[（(]章[）)])\s*(?:[：:]|$)/.test(plain)
}

/** Words that say nothing was held. */
export const saysNothingHeld = (text: string): boolean => none.test(plainWidth(text).replace(/\s/g, '')) && text.replace(/\s/g, '').length <= 24

/** A cell that only holds the place: 无, /, —. */
export const isEmptyMark = (text: string): boolean => /^[\s/\\\-—–_·.。无]*$/.test(text)

const titleEnd = /(?:记录|记录表|记录簿|台账|一览表?|汇总表?|登记表?|登记簿|统计表?|清单|目录|明细表?|安排表?|大事记|情况表?|流水|汇编|表|册|簿)(?:[（(][^）)]*[）)])?[\s：:]*$/

/** A line that is called like a list and not like a meeting. */
export const isTitle = (text: string): boolean => titleEnd.test(plainWidth(text).trim()) && text.trim().length <= 60

/** The words of a title that say what the whole list is of: 主题党日活动记录表 is of 主题党日. */
export const subjectOf = (text: string): string => text.replace(titleEnd, '').replace(/(?:中共)?[一-龥A-Za-z×]{2,20}委员会(?=20|关于|$)/, '').replace(/工作计划|党建工作|党风廉政建设工作|党建/g, '')

const numbering = /^\s*(?:[（(]\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[）)]\s*[、.]?|[①-⑳]|\d{1,3}\s*[)）、．]|\d{1,3}\s*\.(?!\d)|\d{1,3}\s*\.(?=\d{1,2}[.月/]\d)|[一二三四五六七八九十]{1,3}\s*[、.．])\s*/

/** A line without the points, stars and strokes that dress it. */
export const withoutOrnament = (text: string): string => text.replace(ornament, '')

/** Points and strokes, pictures, and numbers drawn as keys: 1️⃣. */
const ornament = /^(?:[\s●•▪■□◆◇★☆○◎▲△➢✓√※*—–\-=~·]|\d\uFE0F?\u20E3|\u{1F51F}|\p{Extended_Pictographic}|\uFE0F)+(?=\S)|(?:[\s★☆◆●■—–=~]|\p{Extended_Pictographic}|\uFE0F)+$/gu

/** A line without its number: `1.3.15支委会` is the first, of 15 March; `22.3.15` of 2022 keeps its year; `1.5号` under February is its first. */
export const withoutNumbering = (text: string, year: number, month?: number): string => {
  const counted = /^\s*(\d{1,2})\.(?=\d{1,2}[号日])/.exec(plainWidth(text))
  if (counted !== null && month !== undefined && Number(counted[1]) !== month) return text.slice(counted[0].length)
  const short = String(year % 100).padStart(2, '0')
  if (new RegExp(`^\\s*'?${short}[.]\\d{1,2}[.]\\d{1,2}`).test(plainWidth(text))) return text
  const match = numbering.exec(plainWidth(text))
  return match === null ? text : text.slice(match[0].length)
}

/** 一、, （一）, 第一部分: the number of a heading that stands over rows. */
export const isNumberedHeading = (text: string): boolean => /^\s*(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[部章类项])/.test(text)
