import type { LinkSheet, RosterBody, RosterPreview, Unit } from '../../../api/contract.ts'
import { dayOf, dayWords } from '../../../ui/day-words.ts'
import { roleNames } from '../../role-names.ts'
import { organizationNames, ownershipNames, stageNames } from '../unit-words.ts'

type Column = RosterPreview['columns'][number]['column']
export type RosterLine = RosterPreview['units'][number]

/** What a column can be put to, in the order of the choices. */
export const columnNames: { readonly [C in Exclude<Column, 'private'>]: string } = {
  unit: '学校名称',
  code: '代码',
  stages: '学段',
  ownership: '公办、民办',
  members: '党员数',
  partyOrganization: '党组织',
  partyGroups: '党小组数',
  secretary: '书记姓名',
  secretaryAccount: '书记账号',
  clerk: '党务干部姓名',
  clerkAccount: '党务干部账号',
  person: '姓名（一人一行）',
  post: '岗位（一人一行）',
  account: '账号（一人一行）',
  formerUnits: '曾任职学校',
  unused: '不用这一列',
}

/** 手机、身份证号: columns that are never taken, by their heads. */
export const leftOut = ({ columns }: RosterPreview): readonly string[] =>
  columns.filter(({ column }) => column === 'private').map(({ head }) => head)

export const isRefused = ({ outcome }: RosterLine): boolean => outcome === 'refused'

const peopleOf = (lines: readonly RosterLine[]): number => lines.reduce((sum, { unit }) => sum + unit.people.length, 0)

const isSchool = ({ kind }: RosterLine): boolean => kind === 'school'

/** 80所学校、160人; 80所学校、云江市教育局、165人: an office is no school. */
const unitsWords = (lines: readonly RosterLine[]): string => {
  const schools = lines.filter(isSchool).length
  const people = peopleOf(lines)
  const offices = lines.filter((line) => !isSchool(line)).map(({ unit }) => unit.name)
  return [
    ...(schools === 0 && offices.length > 0 ? [] : [`${schools}所学校`]),
    ...(offices.length > 2 ? [`${offices.length}个教育局`] : offices),
    `${people}人`,
  ].join('、')
}

/** 读到80所学校、160人：新学校78所，有改动的1所，和现在一样的1所。1所要先改。 */
export const readWords = (lines: readonly RosterLine[]): string => {
  const count = (outcome: RosterLine['outcome']): number => lines.filter((line) => isSchool(line) && line.outcome === outcome).length
  const parts = [
    ['新学校', count('new')],
    ['有改动的', count('changed')],
    ['和现在一样的', count('same')],
    ['要先改的', count('refused')],
  ] as const
  const said = parts.filter(([, schools]) => schools > 0).map(([word, schools]) => `${word}${schools}所`)
  return `读到${unitsWords(lines)}${said.length === 0 ? '' : `：${said.join('，')}`}`
}

/** 小学，公办，党员31人，党支部 */
export const profileWords = (unit: RosterLine['unit']): string =>
  [
    ...(unit.stages ?? []).map((stage) => stageNames[stage]),
    ...(unit.ownership === undefined ? [] : [ownershipNames[unit.ownership]]),
    ...(unit.members === undefined ? [] : [`党员${unit.members}人`]),
    ...(unit.partyOrganization === undefined ? [] : [organizationNames[unit.partyOrganization]]),
    ...(unit.partyGroups === undefined ? [] : [`党小组${unit.partyGroups}个`]),
  ].join('，')

export const peopleWords = (unit: RosterLine['unit']): string =>
  unit.people.map(({ name, role, username }) => `${roleNames[role]}${name}（账号${username}）`).join('，')

/** What somebody has to look at before taking it: what was said of it, and what is there and would change. */
export const asksForEyes = ({ findings, outcome }: RosterLine): boolean => findings.length > 0 || outcome === 'changed'

type Shown = NonNullable<RosterLine['current']>
const shown: readonly (readonly [name: string, words: (of: Shown) => string])[] = [
  ['名称', ({ name }) => `“${name}”`],
  ['学段', ({ stages }) => (stages ?? []).map((stage) => stageNames[stage]).join('、')],
  ['办学性质', ({ ownership }) => (ownership === undefined ? '' : ownershipNames[ownership])],
  ['党员数', ({ members }) => (members === undefined ? '' : `${members}人`)],
  ['党组织', ({ partyOrganization }) => (partyOrganization === undefined ? '' : organizationNames[partyOrganization])],
  ['党小组数', ({ partyGroups }) => (partyGroups === undefined ? '' : `${partyGroups}个`)],
]

/** 党员数从31人改成40人；党组织原来没有写，填党总支；加党务干部柳青: empty where nothing that is there changes. */
export const changeWords = ({ unit, current, newPeople, newFormer, outcome }: RosterLine): string => {
  if (outcome !== 'changed') return ''
  const members = shown.flatMap(([name, words]) => {
    if (current === undefined) return []
    const [before, after] = [words(current), words(unit)]
    if (after === '' || after === before) return []
    return [before === '' ? `${name}原来没有写，填${after}` : `${name}从${before}改成${after}`]
  })
  const people = unit.people.filter(({ username }) => newPeople.includes(username)).map(({ name, role }) => `${roleNames[role]}${name}`)
  return [...members, ...(people.length === 0 ? [] : [`加${people.join('、')}`]), ...formerWords(unit, newFormer)].join('；')
}

/** 周平曾任职育才小学、实验小学，检查时回避. */
const formerWords = ({ people }: RosterLine['unit'], newFormer: RosterLine['newFormer']): readonly string[] =>
  newFormer.map(({ username, units }) => `${people.find((one) => one.username === username)?.name ?? username}曾任职${units.join('、')}，检查时回避`)

/** The button says what it takes. */
export const takeWords = (lines: readonly RosterLine[]): string => {
  const people = peopleOf(lines)
  const schools = lines.filter(isSchool).length
  const parts = [...(schools > 0 || people === 0 ? [`${schools}所学校`] : []), ...(people > 0 ? [`${people}人`] : [])]
  return `导入${parts.join('、')}`
}

const schoolOutcomes: { readonly [O in RosterLine['outcome']]: string } = { new: '新学校', changed: '有改动', same: '和现在一样', refused: '要先改' }

/** 新学校, 有改动; of an office how many come in, for it is there already. */
export const outcomeWords = ({ kind, outcome, newPeople }: RosterLine): string =>
  kind === 'office' && outcome === 'changed' && newPeople.length > 0 ? `加${newPeople.length}人` : schoolOutcomes[outcome]

export const rosterBodyOf = (lines: readonly RosterLine[]): RosterBody => ({ units: lines.map(({ unit }) => unit) })

/** The list may name one office only where a person stands over several. */
export const officesOf = (units: readonly Unit[]): readonly Unit[] => units.filter(({ kind }) => kind !== 'school')

type LinkItem = LinkSheet['items'][number]
export type LinkGroup = { readonly unit: string; readonly unitName: string; readonly items: readonly LinkItem[] }

export const linksBySchool = (sheet: LinkSheet): readonly LinkGroup[] => {
  const groups = new Map<string, LinkItem[]>()
  for (const item of sheet.items) groups.set(item.unit, [...(groups.get(item.unit) ?? []), item])
  return [...groups].map(([unit, items]) => ({ unit, unitName: items[0]?.unitName ?? unit, items }))
}

const lastDay = (sheet: LinkSheet): string => dayWords(dayOf(new Date(sheet.expiresAt)))

/** One school's links: for a message to that school, never for the group. */
export const schoolText = (group: LinkGroup, sheet: LinkSheet): string =>
  [
    `${group.unitName}：自查通的账号开好了。各人点自己的链接设密码，只能用一次，${lastDay(sheet)}前有效。`,
    ...group.items.map(({ name, role, url, username }) => `${roleOf(role)}${name}：${url}\n账号：${username}`),
  ].join('\n')

/** For the group: who has an account and where the slip is, without any link, for a link is whoever opens it first. */
export const groupText = (sheet: LinkSheet, from: string): string => {
  const schools = linksBySchool(sheet)
  return [
    `自查通的账号开好了，共${schools.length}个单位、${sheet.items.length}人。`,
    `每人一张链接单：微信扫单子上的码，设个密码就能用，${lastDay(sheet)}前有效，只能用一次。`,
    `没拿到单子的，或扫不开的，请找${from}办公室。链接只给本人，请不要转发。`,
  ].join('\n')
}

const roleOf = (role: string): string => (role in roleNames ? roleNames[role as keyof typeof roleNames] : '')
