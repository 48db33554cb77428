import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Unit } from '../../api/contract.ts'
import { memberFaults, problemSentence, referenceOf } from '../../api/problem.ts'
import { useSaveUnit } from '../../api/units.ts'
import { ChoiceChips, ManyChips } from '../../ui/Chips.tsx'
import type { Choice } from '../../ui/Chips.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import type { Fault } from '../../ui/ErrorSummary.tsx'
import { Field, FieldGroup } from '../../ui/Field.tsx'
import { KeptLine } from '../../ui/KeptLine.tsx'
import { useKeptTyping } from '../../ui/use-kept-typing.ts'
import { useSignedIn } from '../SignedIn.tsx'
import { unitBodyOf, unitFaults } from './unit-draft.ts'
import type { UnitDraft } from './unit-draft.ts'
import { kindNames, organizationNames, ownershipNames, stageNames } from './unit-words.ts'

const choices = <const Value extends string>(
  names: { readonly [V in Value]: string },
  order: readonly Value[],
): readonly Choice<Value>[] => order.map((value) => ({ value, label: names[value] }))

/** A unit's name and figures: counts and kinds, nobody's data. `parents` are the units it may stand under. */
export const UnitForm = (props: {
  readonly start: UnitDraft
  readonly version?: number
  readonly parents: readonly Unit[]
  /** What this person may make. */
  readonly kinds: readonly Unit['kind'][]
  readonly onSaved: (unit: Unit) => void
}) => {
  const save = useSaveUnit()
  const { user } = useSignedIn()
  const typing = useKeptTyping({ username: user.username, thing: `unit.${props.version === undefined ? 'new' : props.start.code}`, base: String(props.version ?? 'new') }, props.start)
  const draft = typing.value
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const change = (part: Partial<UnitDraft>) => typing.change((before) => ({ ...before, ...part }))
  const isNew = props.version === undefined
  const faultAt = (field: string) => faults.find((fault) => fault.field === field)?.message

  const mayStandUnder = (kind: Unit['kind'], code: string) =>
    kind !== 'city' || props.parents.find((parent) => parent.code === code)?.kind === 'city'

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) return
    const found = unitFaults(draft)
    setFaults(found)
    if (found.length > 0) return
    save.mutate(
      { code: draft.code, body: unitBodyOf(draft), ...(props.version === undefined ? {} : { version: props.version }) },
      {
        onSuccess: (unit) => {
          typing.forget()
          props.onSaved(unit)
        },
        onError: (problem) => {
          const members = memberFaults(problem).map(({ detail }) => ({ message: detail }))
          setFaults(
            problem.kind === 'differs' && isNew
              ? [{ field: 'unit-code', message: `代码“${draft.code}”已经有单位在用，请换一个。填的都在。` }]
              : members.length > 0
                ? members
                : [{ message: problemSentence(problem) }],
          )
        },
      },
    )
  }

  return (
    <form className="unit-form" onSubmit={submit} noValidate>
      <KeptLine typing={typing} />
      <ErrorSummary faults={faults} reference={save.error === null ? undefined : referenceOf(save.error)} />
      {isNew && props.parents.length > 0 && props.kinds.length > 1 ? (
        <>
          <FieldGroup label="是什么单位">
            <ChoiceChips
              name="unit-kind"
              choices={choices(kindNames, props.kinds)}
              value={draft.kind}
              onChoose={(kind) => change({ kind, parent: mayStandUnder(kind, draft.parent) ? draft.parent : '' })}
            />
          </FieldGroup>
          <Field label="归谁管" id="unit-parent">
            {(ties) => (
              <select {...ties} className="input" value={draft.parent} onChange={(event) => change({ parent: event.target.value })}>
                <option value="">没有上级</option>
                {props.parents
                  .filter(({ code }) => mayStandUnder(draft.kind, code))
                  .map((parent) => (
                    <option key={parent.code} value={parent.code}>
                      {parent.name}
                    </option>
                  ))}
              </select>
            )}
          </Field>
        </>
      ) : null}
      <Field label="名称" id="unit-name" fault={faultAt('unit-name')}>
        {(ties) => (
          <input {...ties} className="input" maxLength={120} value={draft.name} onChange={(event) => change({ name: event.target.value })} />
        )}
      </Field>
      {isNew ? (
        <Field label="代码" id="unit-code" hint="字母、数字和短横，定了不改。进度表按它排。" fault={faultAt('unit-code')}>
          {(ties) => (
            <input
              {...ties}
              className="input short"
              autoCapitalize="off"
              spellCheck={false}
              value={draft.code}
              onChange={(event) => change({ code: event.target.value.trim() })}
            />
          )}
        </Field>
      ) : null}
      {draft.kind === 'school' ? (
        <>
          <FieldGroup label="办学性质" optional>
            <ChoiceChips
              name="ownership"
              choices={choices(ownershipNames, ['public', 'private'])}
              value={draft.ownership}
              onChoose={(ownership) => change({ ownership })}
            />
          </FieldGroup>
          <FieldGroup label="学段" optional hint="可以选几个。">
            <ManyChips
              choices={choices(stageNames, ['kindergarten', 'primary', 'junior', 'senior', 'vocational', 'special'])}
              values={draft.stages}
              onToggle={(stage) =>
                change({ stages: draft.stages.includes(stage) ? draft.stages.filter((one) => one !== stage) : [...draft.stages, stage] })
              }
            />
          </FieldGroup>
          <FieldGroup label="党组织" optional>
            <ChoiceChips
              name="organization"
              even={false}
              choices={choices(organizationNames, ['branch', 'general_branch', 'committee', 'joint', 'none'])}
              value={draft.partyOrganization}
              onChoose={(partyOrganization) => change({ partyOrganization })}
            />
          </FieldGroup>
          <Counted
            id="unit-members"
            label="正式党员"
            unit="人"
            value={draft.members}
            fault={faultAt('unit-members')}
            onValue={(members) => change({ members })}
          />
          <Counted
            id="unit-groups"
            label="党小组"
            unit="个"
            value={draft.partyGroups}
            fault={faultAt('unit-groups')}
            onValue={(partyGroups) => change({ partyGroups })}
          />
          <FieldGroup label="离退休党员教师党组织" optional>
            <ChoiceChips
              name="retired"
              choices={[
                { value: 'yes', label: '有' },
                { value: 'no', label: '没有' },
              ]}
              value={draft.retiredOrganization}
              onChoose={(retiredOrganization) => change({ retiredOrganization })}
            />
          </FieldGroup>
        </>
      ) : null}
      <div className="field">
        <button type="submit" className="button primary">
          {save.isPending ? '正在存' : isNew ? '加上这个单位' : '保存'}
        </button>
      </div>
    </form>
  )
}

const Counted = (props: {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly value: string
  readonly fault: string | undefined
  readonly onValue: (value: string) => void
}) => (
  <Field label={props.label} id={props.id} optional fault={props.fault}>
    {(ties) => (
      <span className="with-unit">
        <input
          {...ties}
          className="input"
          inputMode="numeric"
          autoComplete="off"
          value={props.value}
          onChange={(event) => props.onValue(event.target.value.trim())}
        />
        {props.unit}
      </span>
    )}
  </Field>
)
