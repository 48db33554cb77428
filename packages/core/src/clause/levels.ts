/** What the steps of a ladder differ in. */
type Dimension = 'rank' | 'prize' | 'office' | 'extent' | 'grade' | 'role'

const dimensions: readonly (readonly [Dimension, RegExp])[] = [
  ['office', /国际级?|世界级?|国家级|国家|国(?=优|赛|奖|级)|全国|中央|部级|部委|省部级?|省级|省|自治区级?|地市级|地级|市级|市|县区级|区县级|县级|区级|县|局级|处级|厅级|镇级|乡镇级?|街道级?|镇街级?|校级|院级|系级|系部|年级|班级|村级|公司级|集团级?|分公司|项目级|厂级|车间级|行业级?|上级|核心期刊|SCI|EI|CSSCI|一般期刊|普通期刊/],
  ['prize', /特等奖?|[一二三四]等(?:奖|次|功)?|[一二三四]类|优秀奖|鼓励奖|入围奖?|优胜奖|参与奖|纪念奖|金奖?|银奖?|铜奖?|冠军|亚军|季军|优胜|嘉奖|记[大一二三]?等?功|第[一二三四五六七八九十\d]+(?:层次|档|梯队|方阵|批次)|[一二三四五]档|[甲乙丙丁]等|[一二三四五六七八甲乙丙丁]级|(?<![一-龥])[一二三][甲乙丙]|(?<=[过达到])[一二三][甲乙丙]/],
  ['rank', /(?:倒数|排名)?第?(?:[一二三四五六七八九十\d]+(?:-|至|到|、))*第?[一二三四五六七八九十\d]+(?:名|位)|(?:前|后)(?:[一二三四五六七八九十]|\d+)(?:名|位)?|第[一二三四五六七八九十](?=[，。；的者得加计：]|$)|前茅|末位|首位|其他名次|上游|中游|下游/],
  ['grade', /优秀|优良|优|良好|良|中等|中(?=的|$|，|：|（)|较好|很好|最好|好|一般|基本合格|不合格|合格|较差|很差|差|不及格|及格|基本达标|不达标|达标|非常满意|比较满意|较满意|基本满意|不满意|满意|基本称职|不称职|称职|(?<![A-Za-z])[A-E](?![A-Za-z])(?:级|等|档|\+)?|[一二三四五]星级?|红旗|先进|良性/],
  ['role', /主持人?|主要参与者?|参与者?|参加者?|第[一二三]作者|独著|合著|主编|副主编|参编|负责人|主讲|组织奖?|获奖|提名|入选|申报|立项|结题|推荐|通过|正式发布|副?主席|副?部长|干事|班委|副?班长|团支书|副?组长|副?队长|舍长|课代表|积极分子|预备党员|正式党员|牵头|协办|主办|承办|学生|教师/],
  ['extent', /(?:\d+(?:\.\d+)?\s*(?:%|‰|分|次|人次|人|个|篇|件|项|天|日|万元|元|页|家|户|年|小时|学时|课时|节|门|条|期|名|场|份|岁|万|亩|吨|米|公里|平方米|个月|个百分点)?\s*(?:（含[^）]*）)?\s*(?:-|至|到|~)\s*)?(?:不足|超过|低于|高于|达到?|少于|多于|大于|小于|不到|未达到?|不低于|不少于|仅|只|至少|未满|满)?\s*\d+(?:\.\d+)?\s*(?:%|‰|分|次|人次|人|个|篇|件|项|天|日|万元|元|页|家|户|年|小时|学时|课时|节|门|条|期|名|场|份|岁|万|亩|吨|米|公里|平方米|个月|个百分点)?(?:（不?含[^）]*）)?(?:以上|及以上|以下|及以下|以内|之间|以外)?|[一二两三四五六七八九十]+(?:次|项|个|篇|人|种|件|门|条|家)(?:及?以上|及?以下|的)?|全部|全面|全覆盖|基本|大部分|部分|较为?|比较|不够|不太|未完全|不完全|完全|少数|个别|很|非常|明显|一定|充分|严重|轻微|轻度|中度|重度|超额|提前|逾期|按时|及时|持平|提高|上升|增长|下降|降低|未|无|不|没有|甚少|少量|所有|均|提升|保持|进步/],
]

const filler = /[的者，、；：。\s“”（）≤≥<>]|获得?|得到|荣获|受到|取得|评为|被评|荣誉|称号|奖励|奖项|奖|级|及以上|以上|等次|等级|等|为|在|达到?|其中|完成|率|中|名|每|项|名次|比赛|竞赛|表彰|评比|计|分别|给|则|按|一次性|可|另|再|若|如/g

const globalDimensions = dimensions.map(([dimension, pattern]) => [dimension, new RegExp(pattern.source, 'g')] as const)

/** The level words of a condition, by dimension, and what is left of it without them. */
export type Levels = { readonly marks: ReadonlyMap<Dimension, string>; readonly rest: string }

export const readLevels = (words: string): Levels => {
  const marks = new Map<Dimension, string>()
  let rest = words
  for (const [dimension, pattern] of globalDimensions) {
    const all = words.match(pattern)
    if (all === null) continue
    const mark = all.filter((text) => text.trim() !== '').join('·').replace(/\s/g, '')
    if (mark !== '') marks.set(dimension, mark)
    rest = rest.replace(pattern, '')
  }
  return { marks, rest: rest.replace(filler, '') }
}

/** How much of the shorter remainder also stands in the longer, 0 to 1; nothing left is all of it. */
export const coverage = (one: string, other: string): number => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length === 0) return 1
  const chars = new Set(long)
  return [...short].filter((char) => chars.has(char)).length / short.length
}

/** Likeness of two wordings by their pairs of characters, 0 to 1. */
export const likeness = (one: string, other: string): number => {
  const pairs = (text: string): Set<string> => new Set([...text].slice(1).map((char, index) => `${text[index] ?? ''}${char}`))
  const first = pairs(one)
  const second = pairs(other)
  if (first.size + second.size === 0) return one === other ? 1 : 0
  return (2 * [...first].filter((pair) => second.has(pair)).length) / (first.size + second.size)
}

/** True where two conditions are steps of one thing: 国家级 / 省级, 90%以上 / 80%以上, 全部完成 / 基本完成. */
export const areSteps = (one: string, other: string, apart = false): boolean => {
  const first = readLevels(one)
  const second = readLevels(other)
  const alike = coverage(first.rest, second.rest)
  for (const [dimension, mark] of first.marks) {
    const next = second.marks.get(dimension)
    if (next === undefined || next === mark) continue
    const needed = dimension === 'extent' || dimension === 'role' ? 0.75 : 0.55
    if (alike >= needed && !(apart && Math.min(first.rest.length, second.rest.length) <= 1 && likeness(one, other) < 0.4)) return true
    if (!apart && Math.min(first.rest.length, second.rest.length) <= 1) return true
  }
  return (first.marks.size > 0 || second.marks.size > 0) && likeness(one, other) >= 0.62
}

const measure = /([\u4e00-\u9fa5]{3,10}?)(?:的|≥|≤|>|<|不低于|不足|达到|低于|在|占)*\s*\d+(?:\.\d+)?\s*(?:[-~]\s*\d+(?:\.\d+)?\s*)?%/g
const stance = /(优于|高于|超过|达到|低于|未达到?|不低于)([\u4e00-\u9fa5]{0,6}(?:水平|标准|目标|均值|平均|基准))/

const gap = /(低于|高于|超过)[^，。；\d]{0,8}(?:\d+(?:\.\d+)?(?:-|至|到|~))?\d+(?:\.\d+)?个百分点/

/** 不低于考核总分的8% and 占考核总分的5%, 达到基准水平 and 低于基准水平: two values of one measure. */
export const measureAlike = (one: string, other: string): boolean => {
  const last = (text: string): string => [...text.matchAll(measure)].at(-1)?.[1]?.slice(-3) ?? ''
  if (last(one) !== '' && last(one) === last(other)) return true
  const [, first, thing] = stance.exec(one) ?? []
  const [, second, same] = stance.exec(other) ?? []
  if (first !== undefined && second !== undefined && first !== second && thing?.slice(-2) === same?.slice(-2)) return true
  const [, below] = gap.exec(one) ?? []
  return below !== undefined && below === gap.exec(other)?.[1]
}

/** 严格落实 and 未严格落实, 使用率高 and 使用率不高: what the one asks the other denies, so both can never be given. */
export const excludes = (one: string, other: string): boolean =>
  [...other.matchAll(/没有|[未不]/g)].some(({ index, 0: denial }) => {
    const behind = other.slice(index + denial.length)
    const asked = [behind.slice(0, 3), `${other.slice(Math.max(0, index - 2), index)}${behind.slice(0, 1)}`]
    return asked.some((words) => /^[\u4e00-\u9fa5]{3}$/.test(words) && one.includes(words)) && !one.includes(denial + behind.slice(0, 2))
  })

const grade = '优秀|优良|优|良好|良|中等|中|较好|很好|好|一般|基本合格|不合格|合格|较差|很差|差|不及格|及格|基本达标|不达标|达标|非常满意|比较满意|较满意|基本满意|不满意|满意|基本称职|不称职|称职|(?<![A-Za-z])[A-EＡ-Ｅ](?:级|等|档)?'
const gradeAtEnd = new RegExp(`(?:${grade})(?:（[^）]*）)?$`)
const gradeAtStart = new RegExp(`^(?:${grade})(?=[：（，、]|$)`)

/** The grade that a condition ends or opens with, where it names one: 评价为优秀的 → 优秀. */
export const gradeOf = (words: string): string | undefined => {
  const plain = words.replace(/[，\s：；。的者（“”]+$/, '').replace(/(?:[二三四五]个)?(?:等次|等级|档次|档|级别|结果|单位|班级|宿舍)$/, '').replace(/^[，；：。、\s“]+/, '')
  return gradeAtEnd.exec(plain)?.[0] ?? gradeAtStart.exec(plain)?.[0]
}
