import type { PartEditorProps } from './part-editor-props.ts'
import { NumberIn, WordsIn } from './inline-inputs.tsx'

type Words = { readonly before: string; readonly leads: string; readonly after?: string }

const Condition = (props: { readonly before: string; readonly value: string; readonly onChange: (condition: string) => void }) => (
  <p className="edit-line">
    {props.before}
    <WordsIn name="什么情况" value={props.value} onChange={props.onChange} />
  </p>
)

const WithPoints = (props: {
  readonly words: Words
  readonly condition: string
  readonly points: number
  readonly onChange: (change: { readonly condition?: string; readonly points?: number }) => void
}) => (
  <>
    <Condition before={props.words.before} value={props.condition} onChange={(condition) => props.onChange({ condition })} />
    <p className="edit-line">
      {props.words.leads}
      <NumberIn name="几分" value={props.points} onChange={(points = Number.NaN) => props.onChange({ points })} />
      {props.words.after}
    </p>
  </>
)

export const AwardEditor = ({ part, onChange }: PartEditorProps<'award'>) => (
  <WithPoints {...part} words={{ before: '做到', leads: '得', after: '分，没做到不得分' }} onChange={(change) => onChange({ ...part, ...change })} />
)

export const AllOrNothingEditor = ({ part, onChange }: PartEditorProps<'all_or_nothing'>) => (
  <WithPoints {...part} words={{ before: '全做到', leads: '得', after: '分，否则不得分' }} onChange={(change) => onChange({ ...part, ...change })} />
)

export const DeductIfEditor = ({ part, onChange }: PartEditorProps<'deduct_if'>) => (
  <WithPoints {...part} words={{ before: '如果有', leads: '扣', after: '分' }} onChange={(change) => onChange({ ...part, ...change })} />
)

const Alone = (props: { readonly words: Words; readonly condition: string; readonly onChange: (condition: string) => void }) => (
  <>
    <Condition before={props.words.before} value={props.condition} onChange={props.onChange} />
    <p className="edit-line">{props.words.leads}</p>
  </>
)

export const ZeroIfEditor = ({ part, onChange }: PartEditorProps<'zero_if'>) => (
  <Alone {...part} words={{ before: '如果有', leads: '整条不得分' }} onChange={(condition) => onChange({ ...part, condition })} />
)

export const VetoEditor = ({ part, onChange }: PartEditorProps<'veto'>) => (
  <Alone {...part} words={{ before: '如果有', leads: '全表计0分' }} onChange={(condition) => onChange({ ...part, condition })} />
)

export const NaFullEditor = ({ part, onChange }: PartEditorProps<'na_full'>) => (
  <Alone {...part} words={{ before: '如果', leads: '视同得满分' }} onChange={(condition) => onChange({ ...part, condition })} />
)
