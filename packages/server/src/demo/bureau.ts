import type { Role } from '../accounts/accounts.contract.ts'
import type { UnitBody } from '../organizations/organizations.contract.ts'

/** The invented bureau: no place, school or person in it exists. */
export const bureau = { code: 'yunjiang', name: '云江市教育局' } as const
export const city = { code: 'jiangzhou', name: '江州市教育局' } as const

/** Everybody's, so that a visitor can sign as a secretary does. Nothing in a demonstration needs keeping. */
export const demonstrationPassword = 'zicha-demo-2026'

export type DemoSchool = UnitBody & {
  readonly code: string
  readonly members: number
  readonly partyGroups: number
  readonly retiredOrganization: boolean
  readonly budget: number
  /** How far its year has come when the demonstration opens. */
  readonly course: 'untouched' | 'filling' | 'submitted' | 'returned' | 'inspecting' | 'signed'
}

export const schools: readonly DemoSchool[] = [
  {
    code: 'liuxi',
    name: '柳溪村小学',
    kind: 'school',
    parent: bureau.code,
    ownership: 'public',
    stages: ['primary'],
    members: 5,
    partyOrganization: 'branch',
    partyGroups: 0,
    retiredOrganization: false,
    budget: 2000,
    course: 'untouched',
  },
  {
    code: 'yucai',
    name: '育才小学',
    kind: 'school',
    parent: bureau.code,
    ownership: 'public',
    stages: ['primary'],
    members: 46,
    partyOrganization: 'branch',
    partyGroups: 4,
    retiredOrganization: true,
    budget: 23_000,
    course: 'filling',
  },
  {
    code: 'erzhong',
    name: '云江市第二初级中学',
    kind: 'school',
    parent: bureau.code,
    ownership: 'public',
    stages: ['junior'],
    members: 38,
    partyOrganization: 'branch',
    partyGroups: 3,
    retiredOrganization: true,
    budget: 19_000,
    course: 'submitted',
  },
  {
    code: 'xinghe',
    name: '星河幼儿园',
    kind: 'school',
    parent: bureau.code,
    ownership: 'private',
    stages: ['kindergarten'],
    members: 3,
    partyOrganization: 'joint',
    partyGroups: 0,
    retiredOrganization: false,
    budget: 1500,
    course: 'returned',
  },
  {
    code: 'zhizhuan',
    name: '云江中等专业学校',
    kind: 'school',
    parent: bureau.code,
    ownership: 'public',
    stages: ['vocational'],
    members: 72,
    partyOrganization: 'general_branch',
    partyGroups: 6,
    retiredOrganization: true,
    budget: 36_000,
    course: 'inspecting',
  },
  {
    code: 'yunzhong',
    name: '云江中学',
    kind: 'school',
    parent: bureau.code,
    ownership: 'public',
    stages: ['senior'],
    members: 118,
    partyOrganization: 'committee',
    partyGroups: 9,
    retiredOrganization: true,
    budget: 60_000,
    course: 'signed',
  },
]

export type DemoPersonOf = {
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly unit: string
  /** One line for the page on which visitors choose whom to be. */
  readonly about: string
}

export const people: readonly DemoPersonOf[] = [
  { username: 'chenjing', name: '陈静', role: 'clerk', unit: 'yucai', about: '育才小学党务干部：记活动、核对、看分数。自查填到一半。' },
  { username: 'wangli', name: '王丽', role: 'secretary', unit: 'yucai', about: `育才小学书记：看还缺什么，提交前核对。签字密码${demonstrationPassword}` },
  { username: 'zhaomin', name: '赵敏', role: 'bureau', unit: bureau.code, about: '教育局办公室：看各校进度，退回，发文，汇总。' },
  { username: 'gaoyuan', name: '高远', role: 'inspector', unit: bureau.code, about: '检查人：正在检查云江中等专业学校，已和同伴核出差异。' },
  { username: 'songlan', name: '宋岚', role: 'inspector', unit: bureau.code, about: '检查人：和高远同组，还有几条没有打分。' },
  { username: 'heping', name: '何平', role: 'clerk', unit: 'liuxi', about: '柳溪村小学党务干部：今年还没开始填。' },
  { username: 'liushan', name: '柳山', role: 'secretary', unit: 'liuxi', about: '柳溪村小学书记，也是校长。' },
  { username: 'suntao', name: '孙涛', role: 'clerk', unit: 'erzhong', about: '第二初级中学党务干部：自查表已经提交。' },
  { username: 'qianhua', name: '钱华', role: 'secretary', unit: 'erzhong', about: '第二初级中学书记：等局里来检查。' },
  { username: 'luoxin', name: '罗欣', role: 'clerk', unit: 'xinghe', about: '星河幼儿园党务干部：自查表被退回，正在改。' },
  { username: 'yemei', name: '叶梅', role: 'secretary', unit: 'xinghe', about: '星河幼儿园联合支部书记：看退回的理由，改好再交。' },
  { username: 'tangbin', name: '唐斌', role: 'clerk', unit: 'zhizhuan', about: '中等专业学校党务干部：正在接受检查。' },
  { username: 'weiguo', name: '魏国', role: 'secretary', unit: 'zhizhuan', about: `中等专业学校书记：检查完签字，密码${demonstrationPassword}` },
  { username: 'fanglin', name: '方琳', role: 'clerk', unit: 'yunzhong', about: '云江中学党务干部：全年记录齐，表已签字。' },
  { username: 'dengjie', name: '邓杰', role: 'secretary', unit: 'yunzhong', about: '云江中学书记：已签字，可下载盖章用的表。' },
  { username: 'jiangning', name: '江宁', role: 'city', unit: city.code, about: '市级：只读，看各校到了哪一步。' },
  { username: 'guanli', name: '管理员', role: 'admin', unit: bureau.code, about: '管理员：管单位、人员和表格，不填表也不打分。' },
]

/** Who inspects which school. */
export const inspectors: Readonly<Record<string, readonly string[]>> = {
  erzhong: ['gaoyuan', 'songlan'],
  zhizhuan: ['gaoyuan', 'songlan'],
  yunzhong: ['gaoyuan', 'songlan'],
}
