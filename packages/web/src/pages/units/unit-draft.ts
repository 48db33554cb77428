import type { Unit, UnitBody } from '../../api/contract.ts'
import type { Fault } from '../../ui/ErrorSummary.tsx'

/** A unit as it is typed; numbers stay text until they are saved. */
export type UnitDraft = {
  readonly code: string
  readonly name: string
  readonly kind: Unit['kind']
  readonly parent: string
  readonly ownership: NonNullable<Unit['ownership']> | null
  readonly stages: NonNullable<Unit['stages']>
  readonly members: string
  readonly partyOrganization: NonNullable<Unit['partyOrganization']> | null
  readonly partyGroups: string
  readonly retiredOrganization: 'yes' | 'no' | null
}

export const newUnitDraft = (parent: string): UnitDraft => ({
  code: '',
  name: '',
  kind: 'school',
  parent,
  ownership: null,
  stages: [],
  members: '',
  partyOrganization: null,
  partyGroups: '',
  retiredOrganization: null,
})

export const draftOfUnit = (unit: Unit): UnitDraft => ({
  code: unit.code,
  name: unit.name,
  kind: unit.kind,
  parent: unit.parent ?? '',
  ownership: unit.ownership ?? null,
  stages: unit.stages ?? [],
  members: unit.members === undefined ? '' : String(unit.members),
  partyOrganization: unit.partyOrganization ?? null,
  partyGroups: unit.partyGroups === undefined ? '' : String(unit.partyGroups),
  retiredOrganization: unit.retiredOrganization === undefined ? null : unit.retiredOrganization ? 'yes' : 'no',
})

const isCount = (text: string): boolean => text.trim() === '' || /^\d{1,5}$/u.test(text.trim())

export const unitFaults = (draft: UnitDraft): readonly Fault[] => [
  ...(draft.name.trim() === '' ? [{ field: 'unit-name', message: '还没有填名称。' }] : []),
  ...(/^[a-z0-9][a-z0-9._-]{0,63}$/iu.test(draft.code)
    ? []
    : [{ field: 'unit-code', message: draft.code === '' ? '还没有填代码。' : `代码“${draft.code}”里有别的字。请用字母、数字和短横。` }]),
  ...(isCount(draft.members) ? [] : [{ field: 'unit-members', message: `正式党员填了“${draft.members}”。请填人数，如46。` }]),
  ...(isCount(draft.partyGroups) ? [] : [{ field: 'unit-groups', message: `党小组填了“${draft.partyGroups}”。请填个数，没有填0。` }]),
]

/** What is left empty is not said: the table then asks the school instead. */
export const unitBodyOf = (draft: UnitDraft): UnitBody => ({
  name: draft.name.trim(),
  kind: draft.kind,
  ...(draft.parent === '' ? {} : { parent: draft.parent }),
  ...(draft.ownership === null ? {} : { ownership: draft.ownership }),
  ...(draft.stages.length === 0 ? {} : { stages: draft.stages }),
  ...(draft.members.trim() === '' ? {} : { members: Number(draft.members) }),
  ...(draft.partyOrganization === null ? {} : { partyOrganization: draft.partyOrganization }),
  ...(draft.partyGroups.trim() === '' ? {} : { partyGroups: Number(draft.partyGroups) }),
  ...(draft.retiredOrganization === null ? {} : { retiredOrganization: draft.retiredOrganization === 'yes' }),
})
