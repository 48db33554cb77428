import { sayDay } from '../calendar.ts'
import type { Criterion, Form, UnitProposal } from '../form/form.ts'
import type { UnitProfile } from '../form/unit.ts'
import type { Entry } from '../ledger/entry.ts'
import type { FactValue } from '../rule/answer.ts'
import { askedParts } from './fact-keys.ts'
import { byDay, isOfYear } from './feeds.ts'

/** An answer that is suggested to a person, with the reason; it counts only once a person gives it. */
export type Proposal = { readonly value: FactValue; readonly because: string }

const sayDays = (entries: readonly Entry[]): string => {
  const days = entries.toSorted(byDay).map((entry) => sayDay(entry.happenedOn))
  return days.length <= 3 ? `：${days.join('、')}` : ''
}

const fromEntries = (
  criterion: Criterion,
  kind: 'award' | 'all_or_nothing' | 'deduct_if',
  entries: readonly Entry[],
  year: number,
): Proposal | undefined => {
  const found = entries.filter(
    (entry) => isOfYear(entry, year) && entry.countsAs.some((one) => criterion.suggestedBy.includes(one)),
  )
  return found.length === 0
    ? undefined
    : { value: kind !== 'deduct_if', because: `有${found.length}条记录${sayDays(found)}。` }
}

type Organization = NonNullable<UnitProfile['partyOrganization']>

const organizationNames: { readonly [O in Organization]: string } = {
  committee: '党委',
  general_branch: '党总支',
  branch: '党支部',
  joint: '联合支部或挂靠',
  none: '没有党组织',
}

const rank: { readonly [O in Organization]: number } = { committee: 3, general_branch: 2, branch: 1, joint: 0, none: -1 }

/** Thresholds on full members, the number itself included: 3 a branch, 50 a general branch, 100 a committee. */
const expectedOrganization = (members: number): Organization =>
  members >= 100 ? 'committee' : members >= 50 ? 'general_branch' : members >= 3 ? 'branch' : 'joint'

const fromOrganization = ({ members, partyOrganization }: UnitProfile): Proposal | undefined => {
  if (members === undefined || partyOrganization === undefined) return undefined
  const expected = expectedOrganization(members)
  const enough = members < 3 ? partyOrganization === 'joint' : rank[partyOrganization] >= rank[expected]
  const should = members < 3 ? '可以联建或挂靠' : `${members >= 50 ? '一般' : ''}应设${organizationNames[expected]}`
  return {
    value: enough,
    because: `正式党员${members}人，${should}，现在是${organizationNames[partyOrganization]}。`,
  }
}

const fromGroups = ({ members, partyGroups }: UnitProfile): Proposal | undefined => {
  if (members === undefined || partyGroups === undefined || members <= 20) return undefined
  return partyGroups > 0
    ? { value: true, because: `党员${members}人，设了${partyGroups}个党小组。` }
    : { value: false, because: `党员${members}人，超过20人，还没有设党小组。` }
}

const fromBudget = ({ members, budget }: UnitProfile, yuan: number): Proposal | undefined => {
  if (members === undefined || budget === undefined) return undefined
  const needed = members * yuan
  return {
    value: budget >= needed,
    because: `党员${members}人，每人${yuan}元要${needed}元，预算列了${budget}元。`,
  }
}

const fromYears = (
  proposal: Extract<UnitProposal, { readonly by: 'entries_in_years' }>,
  kind: string,
  entries: readonly Entry[],
  year: number,
): Proposal => {
  const first = year - proposal.years + 1
  const years = Array.from({ length: proposal.years }, (_, index) => first + index)
  const found = entries.filter(
    (entry) => entry.countsAs.includes(proposal.kind) && years.some((one) => isOfYear(entry, one)),
  )
  const span = proposal.years === 1 ? `${year}年` : `${first}至${year}年`
  const isFault = kind === 'deduct_if'
  return found.length > 0
    ? { value: !isFault, because: `${span}有${found.length}条“${proposal.kind}”记录。` }
    : { value: isFault, because: `${span}没有“${proposal.kind}”记录。` }
}

const stageNames = { primary: '小学' } as const

/** Proposals that the whole criterion does not apply. */
export const proposeInapplicable = (proposal: UnitProposal, unit: UnitProfile): Proposal | undefined => {
  if (proposal.by === 'no_retired_organization' && unit.retiredOrganization === false) {
    return { value: { applicable: false }, because: '本单位没有离退休教师党组织。' }
  }
  if (proposal.by === 'no_stage' && unit.stages !== undefined && !unit.stages.includes(proposal.stage)) {
    return { value: { applicable: false }, because: `本单位没有${stageNames[proposal.stage]}年级。` }
  }
  return undefined
}

const proposeAnswer = (
  criterion: Criterion,
  kind: 'award' | 'all_or_nothing' | 'deduct_if',
  unit: UnitProfile,
  entries: readonly Entry[],
  year: number,
): Proposal | undefined => {
  const proposal = criterion.proposal
  switch (proposal?.by) {
    case 'party_organization':
      return fromOrganization(unit)
    case 'party_groups':
      return fromGroups(unit)
    case 'budget_per_member':
      return fromBudget(unit, proposal.yuan)
    case 'entries_in_years':
      return fromYears(proposal, kind, entries, year)
    case 'no_retired_organization':
    case 'no_stage':
    case undefined:
      return fromEntries(criterion, kind, entries, year)
  }
}

/**
 * What the unit's figures and the ledger suggest, by fact key. Only yes-or-no questions are answered so: an entry says
 * that something was done, never that nothing went wrong. A proposal that the criterion does not apply stands under the
 * criterion's id and comes before any other. Entries of earlier years are looked at where a rule asks about them.
 */
export const proposals = (
  form: Form,
  entries: readonly Entry[],
  unit: UnitProfile,
  year: number,
): Readonly<Record<string, Proposal>> =>
  Object.fromEntries(
    form.criteria.flatMap((criterion): (readonly [string, Proposal])[] => {
      const skip = criterion.proposal === undefined ? undefined : proposeInapplicable(criterion.proposal, unit)
      if (skip !== undefined) return [[criterion.id, skip]]
      return askedParts(criterion, unit).flatMap(({ key, part }): (readonly [string, Proposal])[] => {
        if (part.kind !== 'award' && part.kind !== 'all_or_nothing' && part.kind !== 'deduct_if') return []
        const proposal = proposeAnswer(criterion, part.kind, unit, entries, year)
        return proposal === undefined ? [] : [[key, proposal]]
      })
    }),
  )
