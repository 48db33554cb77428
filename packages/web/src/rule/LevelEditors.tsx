import type { ReactNode } from 'react'
import type { PartEditorProps } from './part-editor-props.ts'
import { NumberIn, PickIn, WordsIn } from './inline-inputs.tsx'

/** Levels or bands, one a line, with a line to add and one to take away. */
const Lines = <One extends { readonly label: string }>(props: {
  readonly lines: readonly One[]
  readonly fresh: One
  readonly onChange: (lines: readonly One[]) => void
  readonly children: (one: One, change: (one: One) => void, name: string) => ReactNode
}) => (
  <>
    {props.lines.map((one, at) => {
      const change = (changed: One) => props.onChange(props.lines.map((each, index) => (index === at ? changed : each)))
      const name = `第${at + 1}级`
      return (
        <p className="edit-line" key={at}>
          <WordsIn name={`${name}叫什么`} short value={one.label} onChange={(label) => change({ ...one, label })} />
          {props.children(one, change, name)}
          {props.lines.length < 2 ? null : (
            <button type="button" className="tap" aria-label={`去掉${name}`} onClick={() => props.onChange(props.lines.filter((_, index) => index !== at))}>
              去掉
            </button>
          )}
        </p>
      )
    })}
    <button type="button" className="tap start" onClick={() => props.onChange([...props.lines, props.fresh])}>
      加一级
    </button>
  </>
)

export const TiersEditor = ({ part, onChange }: PartEditorProps<'tiers'>) => (
  <>
    <p className="edit-line">
      <PickIn
        name="怎么算"
        value={part.combine}
        options={[
          ['max', '按最高一级算'],
          ['sum', '各级可以累计'],
        ]}
        onChange={(combine) => onChange({ ...part, combine })}
      />
    </p>
    <Lines lines={part.levels} fresh={{ label: '', points: Number.NaN }} onChange={(levels) => onChange({ ...part, levels })}>
      {(level, change, name) => (
        <>
          得
          <NumberIn name={`${name}得几分`} value={level.points} onChange={(points = Number.NaN) => change({ ...level, points })} />分
        </>
      )}
    </Lines>
  </>
)

type Band = PartEditorProps<'grade_bands'>['part']['bands'][number]

/** A band of one number is a fixed mark; of two, a span within which a person gives it. */
const bandOf = (label: string, min: number, max: number | undefined): Band =>
  max === undefined ? { label, points: min } : { label, min, max }

export const GradeBandsEditor = ({ part, onChange }: PartEditorProps<'grade_bands'>) => (
  <Lines<Band> lines={part.bands} fresh={{ label: '', points: Number.NaN }} onChange={(bands) => onChange({ ...part, bands })}>
    {(band, change, name) => {
      const min = 'points' in band ? band.points : band.min
      const max = 'points' in band ? undefined : band.max
      return (
        <>
          得
          <NumberIn name={`${name}几分起`} value={min} onChange={(from = Number.NaN) => change(bandOf(band.label, from, max))} />到
          <NumberIn name={`${name}到几分`} optional value={max} onChange={(to) => change(bandOf(band.label, min, to))} />分
        </>
      )
    }}
  </Lines>
)
