/** What a column holds; `other` is kept verbatim. */
export type Role = 'number' | 'section' | 'group' | 'duty' | 'points' | 'clause' | 'score' | 'remark' | 'other'

const patterns: readonly (readonly [Role, RegExp])[] = [
  ['number', /^(?:序号|编号|序|项次|NO\.?|条款号)$/i],
  ['clause', /评分(?:标准|细则|办法|方法|依据|说明|规则|原则|要求|尺度|要点)|(?:扣|赋|计|加|给|打|记)分(?:标准|细则|办法|方法|依据|说明|规则|原则|条件|值标准)|考核(?:评分)?(?:细则|办法|方法)|评价(?:标准|细则|办法)|考评(?:标准|细则|办法)|评定标准|量化标准|加扣分|奖惩标准|评估标准|检查(?:标准|办法|方法)(?:及(?:评分|扣分))?|打分标准/],
  ['points', /^(?:应得|标准得|可得|最高)分?(?:值|数)?$/],
  ['score', /自查得分|自评(?:得)?分?|自查分|自测分|检查得分|考核得分|考评得分|实得分|实际得分|得分|评分$|扣分$|核定分|复核分|考评分|评定分|复评|初评|互评|打分|考核分|检查分|加减分|备注得分/],
  ['points', /分值|标准分|满分|基准分|基础分|权重|分数|应得分|总分值|配分|赋分$|^分$|^值$|标分|参考分|额定分/],
  ['remark', /备注|说明|佐证|支撑材料|证明材料|资料清单|责任(?:部门|单位|人|科室|领导)|牵头|考核(?:部门|单位|人)|完成时限|检查方式|考核方式|评分人|扣分原因|扣分理由|存在问题|数据来源|评价方式|印证材料/],
  ['section', /一级指标|责任主清单|考核类别|类别|大项|考核模块|板块|一级|指标类型|维度|考核方面|考评项目|考核项目|检查项目|评价项目|项目类别|评估项目|考核大项|责任清单类别|模块|项目名称|^项目$|^项\s*目$|项目$/],
  ['group', /二级指标|二级|分类|考核子项|子项目|分项/],
  ['duty', /三级指标|三级|具体责任|责任清单|考核内容|考评内容|检查内容|评价内容|评估内容|测评内容|主要内容|工作内容|工作任务|目标任务|考核要点|考核指标|评价指标|指标内容|指标|考核要求|考核标准|工作要求|工作标准|内容(?:和|与|及)?要求|基本要求|标准要求|要求|观测点|考核名称|指标名称|评价要点|检查要点|重点任务|具体内容|内容|条目|考核事项|行为|事项|标准|细则|任务/],
]

export const roleOf = (head: string): Role => {
  const plain = head.replace(/\s/g, '').replace(/（[^）]*）|\([^)]*\)/g, '')
  if (plain === '') return 'other'
  for (const [role, pattern] of patterns) if (pattern.test(plain)) return role
  return 'other'
}

/** How sure it is that a row of texts is the head of a scoring table: 0 where it is none. */
export const headScore = (texts: readonly string[]): number => {
  const roles = texts.map((text) => (text.length > 24 ? 'other' : roleOf(text)))
  const known = new Set(roles.filter((role) => role !== 'other'))
  const holdsWording = known.has('duty') || known.has('clause') || known.has('section')
  const short = texts.filter((text) => text.trim() !== '').every((text) => text.replace(/\s/g, '').length <= 24)
  return holdsWording && known.size >= 2 && short ? known.size : 0
}

export type Columns = {
  readonly roles: readonly Role[]
  readonly section: number | undefined
  readonly group: readonly number[]
  readonly duty: number | undefined
  readonly points: number | undefined
  /** Points of the section, where the table has a second column of points beside its name. */
  readonly sectionPoints: number | undefined
  readonly clause: number | undefined
  readonly number: number | undefined
}

/** 评分依据 may hold 无 in every cell while 指标说明 says what is taken: the column that speaks of marks is the clause. */
const clauseByContent = (roles: readonly Role[], marks: readonly number[]): number | undefined => {
  const worded = roles.flatMap((role, index) => (['clause', 'duty', 'group', 'remark', 'section', 'other'].includes(role) && (marks[index] ?? 0) > 0 ? [index] : []))
  return worded.sort((a, b) => (marks[b] ?? 0) - (marks[a] ?? 0))[0]
}

/** True where a cell says what is given or taken, as only a clause does: 每次扣2分, 不得分. */
export const saysMarks = (text: string): boolean => /(?:扣|加|减)(?:减|除)?\s*[\d零一二两三四五半]|得\s*[\d.]+\s*分|不得分|得满分/u.test(text)

/**
 * One column for each role; where the table's own words leave a doubt, the place of the column decides.
 * `lengths` is how much text each column holds, `marks` in how many of its cells marks are given or taken.
 */
export const chooseColumns = (heads: readonly string[], lengths: readonly number[] = [], marks: readonly number[] = []): Columns => {
  const roles = heads.map(roleOf)
  const all = (role: Role): number[] => roles.flatMap((one, index) => (one === role ? [index] : []))
  let clause = all('clause').at(-1)
  let duties = all('duty')
  let sections = all('section')
  if (clause === undefined && duties.length > 1) {
    const named = duties.find((index) => /标准|细则|要求/.test(heads[index] ?? '') && index > (duties[0] ?? 0))
    clause = named
    duties = duties.filter((index) => index !== named)
  }
  if (clause === undefined && duties.length === 1 && sections.length > 0 && /标准|细则/.test(heads[duties[0] ?? 0] ?? '')) {
    clause = duties[0]
    duties = []
  }
  const speaking = clauseByContent(roles, marks)
  if (speaking !== undefined && (marks[clause ?? -1] ?? 0) === 0) {
    clause = speaking
    const others = duties.filter((index) => index !== speaking)
    if (others.length > 0) duties = others
    sections = sections.filter((index) => index !== speaking)
  }
  if (duties.length === 0 && clause !== undefined && /内容|要求|指标|项目|任务/.test(heads[clause] ?? '')) duties = [clause]
  if (duties.length === 0 && all('group').length > 0) duties = all('group')
  if (duties.length === 0 && sections.length > 0) {
    duties = sections.slice(-1)
    sections = sections.slice(0, -1)
  }
  const fullest = (of: readonly number[]): number | undefined => [...of].sort((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0))[0]
  const contents = duties.filter((index) => /内容|要点|责任|任务|要求|标准|事项/.test(heads[index] ?? ''))
  const duty = fullest(contents) ?? fullest(duties.filter((index) => /指标/.test(heads[index] ?? ''))) ?? duties[0]
  const section = sections[0]
  const points = all('points')
  const itemPoints = points.length > 1 ? points.filter((index) => index > (duty ?? clause ?? 0)).at(-1) ?? points.at(-1) : points[0]
  return {
    roles,
    section: section === duty ? undefined : section,
    group: [...sections.slice(1), ...all('group')].filter((index) => index !== duty),
    duty: duty ?? clause,
    points: itemPoints,
    sectionPoints: points.length > 1 ? points.find((index) => index !== itemPoints && index < (duty ?? heads.length)) : undefined,
    clause: clause ?? duty,
    number: all('number')[0],
  }
}
