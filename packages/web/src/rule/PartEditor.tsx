import { rules } from '@zicha/core'
import type { FormPart, Kind } from '@zicha/core'
import type { ComponentType } from 'react'
import { changeKind } from './change-kind.ts'
import { AllOrNothingEditor, AwardEditor, DeductIfEditor, NaFullEditor, VetoEditor, ZeroIfEditor } from './ConditionEditors.tsx'
import { BonusEditor, PerOccurrenceEditor, ShortfallEditor } from './CountEditors.tsx'
import { PickIn } from './inline-inputs.tsx'
import { DiscretionaryEditor, PercentageEditor } from './JudgedEditors.tsx'
import { GradeBandsEditor, TiersEditor } from './LevelEditors.tsx'
import type { PartEditorProps } from './part-editor-props.ts'

/** One editor for each kind of rule: a kind without an editor does not compile. */
const partEditors: { readonly [K in Kind]: ComponentType<PartEditorProps<K>> } = {
  award: AwardEditor,
  all_or_nothing: AllOrNothingEditor,
  shortfall: ShortfallEditor,
  per_occurrence: PerOccurrenceEditor,
  deduct_if: DeductIfEditor,
  zero_if: ZeroIfEditor,
  veto: VetoEditor,
  tiers: TiersEditor,
  grade_bands: GradeBandsEditor,
  bonus: BonusEditor,
  percentage: PercentageEditor,
  discretionary: DiscretionaryEditor,
  na_full: NaFullEditor,
}

const isKind = (name: string): name is Kind => name in rules
const kindNames = Object.entries(rules).flatMap(([kind, { name }]) => (isKind(kind) ? [[kind, name] as const] : []))

/** The kind of a rule, which may be another than was read, and its numbers and words. `whole`: the criterion's points. */
export const PartEditor = (props: { readonly part: FormPart; readonly whole: number; readonly onChange: (part: FormPart) => void }) => {
  const { part } = props
  // The table's row of a part's own kind takes exactly that part.
  const Editor = partEditors[part.kind] as ComponentType<{ readonly part: FormPart; readonly onChange: (part: FormPart) => void }>
  return (
    <div className="part-editor">
      <p className="edit-line">
        <PickIn name="哪一种规则" value={part.kind} options={kindNames} onChange={(kind) => props.onChange(changeKind(part, kind, props.whole))} />
      </p>
      <Editor key={part.kind} part={part} onChange={props.onChange} />
    </div>
  )
}
