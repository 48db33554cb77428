import type { DrawAnswer, GroupsAnswer, Round } from '../../../api/contract.ts'
import { groupOfUnit, nameFew } from './group-draft.ts'
import type { Group } from './group-draft.ts'

type Units = GroupsAnswer['units']

/**
 * The schools that are shared out, shown and saved; with a draw chosen those that it drew, and of the others: `kept` were
 * marked by an inspector already and stay, `released` were saved in a group and leave it, `byHand` are given in the round
 * itself, which groups never change.
 */
export type Share = { readonly units: Units; readonly kept: Units; readonly released: Units; readonly byHand: Units }

export const shareOf = (
  answer: GroupsAnswer,
  draw: DrawAnswer | undefined,
  onlyDrawn: boolean,
  inspectors: Round['inspectors'],
): Share => {
  if (draw === undefined || !onlyDrawn) return { units: answer.units, kept: [], released: [], byHand: [] }
  const drawn = new Set(draw.units.filter((unit) => unit.drawn).map((unit) => unit.code))
  const others = answer.units.filter(({ code }) => !drawn.has(code))
  const saved = others.filter(({ code }) => groupOfUnit(answer.groups, code) >= 0)
  const kept = saved.filter(({ marked }) => marked)
  return {
    units: answer.units.filter((unit) => drawn.has(unit.code) || kept.includes(unit)),
    kept,
    released: saved.filter(({ marked }) => !marked),
    byHand: others.filter((unit) => !saved.includes(unit) && (inspectors[unit.code] ?? []).length > 0),
  }
}

/** What saving does to schools that were not drawn, before it is done. */
export const saidOfShare = ({ kept, released, byHand }: Share, groups: readonly Group[]): readonly string[] => {
  const staying = kept.filter(({ code }) => groupOfUnit(groups, code) >= 0)
  return [
    ...(released.length === 0 ? [] : [`没抽中的${released.length}所，保存后不再分给检查人：${namesOf(released)}。`]),
    ...(staying.length === 0 ? [] : [`${namesOf(staying)}没抽中，但已有检查得分，仍留在组里。`]),
    ...(byHand.length === 0 ? [] : [`${namesOf(byHand)}没抽中，检查人是在轮次里指定的，要改请到轮次里改。`]),
  ]
}

const namesOf = (units: Units): string => nameFew(units.map(({ name }) => name))

/** The groups with the schools that are in view. */
export const groupsWithin = (groups: readonly Group[], units: Units): readonly Group[] => {
  const seen = new Set(units.map(({ code }) => code))
  return groups.map((group) => ({ ...group, visits: group.visits.filter(({ unit }) => seen.has(unit)) }))
}

/** What was corrected in view, with the schools out of view where they were: looking at all again shows them. */
export const withOutOfView = (corrected: readonly Group[], before: readonly Group[], units: Units): readonly Group[] => {
  const seen = new Set(units.map(({ code }) => code))
  return corrected.map((group, index) => ({
    ...group,
    visits: [...group.visits, ...(before[index]?.visits ?? []).filter(({ unit }) => !seen.has(unit))],
  }))
}
