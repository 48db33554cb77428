/** What a column of a list of schools and people may hold. Whatever is none of these is not taken. */
export const rosterFields = [
  'unit',
  'code',
  'stages',
  'ownership',
  'members',
  'partyOrganization',
  'partyGroups',
  'secretary',
  'secretaryAccount',
  'clerk',
  'clerkAccount',
  'person',
  'post',
  'account',
  'formerUnits',
] as const

export type RosterField = (typeof rosterFields)[number]

/** `private`: never taken, whoever asks; `unused`: no place for it. */
export type RosterColumn = RosterField | 'private' | 'unused'

const privateWords = /手机|电话|号码|联系方式|联系人电话|微信|QQ|邮箱|邮件|e-?mail|身份证|证件|出生|生日|年龄|性别|民族|籍贯|宗教|信仰|住址|地址|健康|照片|银行|学历|入党/iu

/** In this order: a narrower word stands before the wider one that it holds. */
const patterns: readonly (readonly [RosterField, RegExp])[] = [
  ['formerUnits', /曾(?:经)?(?:任职|任教|工作)|任职过|工作过|原(?:任职|工作)(?:单位|学校)|回避(?:单位|学校)/u],
  ['secretaryAccount', /书记.*(?:账号|帐号|用户名)/u],
  ['clerkAccount', /(?:党务|联络员|填报|干部|专干|经办).*(?:账号|帐号|用户名)/u],
  ['account', /账号|帐号|用户名|登录名/u],
  ['partyGroups', /党小组/u],
  ['members', /党员.*(?:数|人数)|^(?:正式)?党员$|党员总数/u],
  ['secretary', /书记/u],
  ['clerk', /党务|联络员|填报人|经办人|专干/u],
  ['partyOrganization', /党组织|组织(?:形式|设置|类型|类别)/u],
  ['post', /岗位|身份|职务|角色/u],
  ['person', /^(?:姓名|人员|名字|人员姓名)$/u],
  ['code', /代码|编码|编号|标识码/u],
  ['stages', /学段|办学类型|学校(?:类别|类型)|办学层次|^类别$|^类型$/u],
  ['ownership', /公办|民办|办学性质|办别|^性质$|举办/u],
  ['unit', /单位|学校|校名|园名|幼儿园|^名称$/u],
]

/** What a column holds, by the words at its head. */
export const rosterColumnOf = (head: string): RosterColumn => {
  const plain = head.replace(/\s/gu, '')
  const asked = plain.replace(/（[^）]*）|\([^)]*\)/gu, '')
  // 书记姓名及电话: the name is taken, the number beside it is not.
  if (privateWords.test(plain) && !/姓名|党员(?:总|人)?数/u.test(plain)) return 'private'
  for (const [field, pattern] of patterns) if (pattern.test(asked)) return field
  return 'unused'
}

/** A field stands in one column only: the first that names it. */
export const chooseRosterColumns = (heads: readonly string[]): readonly RosterColumn[] => {
  const taken = new Set<RosterColumn>()
  return heads.map((head) => {
    const column = rosterColumnOf(head)
    if (column === 'private' || column === 'unused') return column
    if (taken.has(column)) return 'unused'
    taken.add(column)
    return column
  })
}

/** How sure it is that a row names columns: it names the unit, and what else it names. */
export const rosterHeadScore = (texts: readonly string[]): number => {
  const columns = chooseRosterColumns(texts.map((text) => (text.trim().length > 20 ? '' : text)))
  if (!columns.includes('unit')) return 0
  return columns.filter((column) => column !== 'unused').length
}
