import type { Per } from '@zicha/core'
import type { PartEditorProps } from './part-editor-props.ts'
import { NumberIn, PickIn, WordsIn } from './inline-inputs.tsx'

const spans: readonly (readonly [Per, string])[] = [
  ['year', '全年'],
  ['half', '每半年'],
  ['semester', '每学期'],
  ['quarter', '每季度'],
  ['month', '每月'],
  ['week', '每周'],
  ['term', '本届内'],
  ['unspecified', '没有写多久'],
]

/** Exactly optional members: present with a value, or not there. */
const withCap = <P extends { readonly cap?: number }>({ cap: _, ...part }: P, cap: number | undefined) =>
  cap === undefined ? part : { ...part, cap }

export const ShortfallEditor = ({ part, onChange }: PartEditorProps<'shortfall'>) => {
  const { required } = part
  return (
    <>
      <p className="edit-line">
        数的是
        <WordsIn name="数什么" value={part.what} onChange={(what) => onChange({ ...part, what })} />
      </p>
      <p className="edit-line">
        <PickIn name="多久" value={required.per} options={spans} onChange={(per) => onChange({ ...part, required: { ...required, per } })} />
        应有
        <NumberIn name="应有几次" whole value={required.count} onChange={(count = Number.NaN) => onChange({ ...part, required: { ...required, count } })} />
        次
      </p>
      <p className="edit-line">
        缺1次扣
        <NumberIn name="缺1次扣几分" value={part.deduct_each} onChange={(each = Number.NaN) => onChange({ ...part, deduct_each: each })} />
        分，最多扣
        <NumberIn name="最多扣几分" optional value={part.cap} onChange={(cap) => onChange(withCap(part, cap))} />分
      </p>
    </>
  )
}

export const PerOccurrenceEditor = ({ part, onChange }: PartEditorProps<'per_occurrence'>) => (
  <>
    <p className="edit-line">
      发现
      <WordsIn name="发现什么" value={part.condition} onChange={(condition) => onChange({ ...part, condition })} />
    </p>
    <p className="edit-line">
      每1
      <WordsIn name="按什么数" short value={part.unit} onChange={(unit) => onChange({ ...part, unit })} />扣
      <NumberIn name="每次扣几分" value={part.deduct_each} onChange={(each = Number.NaN) => onChange({ ...part, deduct_each: each })} />
      分，最多扣
      <NumberIn name="最多扣几分" optional value={part.cap} onChange={(cap) => onChange(withCap(part, cap))} />分
    </p>
  </>
)

export const BonusEditor = ({ part, onChange }: PartEditorProps<'bonus'>) => {
  const once = part.each === undefined
  const { points: _points, each: _each, ...bare } = part
  return (
    <>
      <p className="edit-line">
        有
        <WordsIn name="什么可以加分" value={part.condition} onChange={(condition) => onChange({ ...part, condition })} />
      </p>
      <p className="edit-line">
        <PickIn
          name="怎么加"
          value={once ? 'once' : 'each'}
          options={[
            ['once', '一次加'],
            ['each', '每次加'],
          ]}
          onChange={(how) => {
            const points = part.points ?? part.each ?? Number.NaN
            onChange(how === 'once' ? { ...bare, points } : { ...bare, each: points })
          }}
        />
        <NumberIn
          name="加几分"
          value={once ? part.points : part.each}
          onChange={(value = Number.NaN) => onChange(once ? { ...bare, points: value } : { ...bare, each: value })}
        />
        分，最多加
        <NumberIn name="最多加几分" optional value={part.cap} onChange={(cap) => onChange(withCap(part, cap))} />分
      </p>
    </>
  )
}
