import type { RosterRow } from '@zicha/documents'
import type { RosterPerson } from './plan-roster.ts'
import type { UserRow } from './users.queries.ts'

/** What a list says of one school, in words for whoever looks before anything is kept. */
export type Said = { readonly level: 'error' | 'warning'; readonly message: string }

const warning = (message: string): Said => ({ level: 'warning', message })

/** Two schools of one name, or one that was written down twice: the list cannot tell, the bureau can. */
export const tellRows = (group: readonly RosterRow[]): readonly Said[] => {
  const [first] = group
  if (first === undefined || group.length < 2) return []
  return [warning(`名单里“${first.unit}”写了${group.length}次（第${group.map(({ row }) => row).join('、')}行），并成了一所。是两所的话，请各写代码。`)]
}

const profileNames = { stages: '学段', ownership: '办学性质', members: '党员数', partyOrganization: '党组织', partyGroups: '党小组数' } as const

/** Rows of one school that say different things of it: the first word counts. */
export const tellOnePlace = (group: readonly RosterRow[]): readonly Said[] =>
  (['stages', 'ownership', 'members', 'partyOrganization', 'partyGroups'] as const).flatMap((key) => {
    const [used, ...others] = group.filter((row) => row[key] !== undefined)
    const other = others.find((row) => String(row[key]) !== String(used?.[key]))
    return used === undefined || other === undefined ? [] : [warning(`第${used.row}行和第${other.row}行的${profileNames[key]}不一样，用了第${used.row}行的。`)]
  })

/** A school has one secretary; a second one is usually a successor, which is a handover and not a second account. */
export const tellSecretaries = (members: readonly RosterPerson[], here: readonly UserRow[]): readonly Said[] => {
  const named = members.filter(({ role }) => role === 'secretary').map(({ name }) => name)
  const present = here.find((user) => user.role === 'secretary' && user.active === 1)
  const added = named.find((name) => !here.some((user) => user.role === 'secretary' && user.active === 1 && user.name === name))
  return [
    ...(named.length > 1 ? [warning(`名单里写了${named.length}位书记：${named.join('、')}。一所学校一般一位，请核对。`)] : []),
    ...(present === undefined || added === undefined ? [] : [warning(`已经有书记${present.name}的账号，会再加${added}的。换人的话请办交接。`)]),
  ]
}

type Placed = { readonly row: number; readonly unit: { readonly code: string; readonly name: string } }

/** Schools of one name that stay two, for their codes differ. */
export const tellNamesakes = ({ unit }: Placed, all: readonly Placed[]): readonly Said[] => {
  const others = all.filter((other) => unit.name !== '' && other.unit.name === unit.name && other.unit.code !== unit.code)
  if (others.length === 0) return []
  return [warning(`名单第${others.map(({ row }) => row).join('、')}行也叫“${unit.name}”，代码不同，会是另一所。是一所的话，请留一个代码。`)]
}
