import type { PartEditorProps } from './part-editor-props.ts'
import { NumberIn, PickIn, WordsIn } from './inline-inputs.tsx'

export const PercentageEditor = ({ part, onChange }: PartEditorProps<'percentage'>) => {
  const { points: _, ...bare } = part
  return (
    <>
      <p className="edit-line">
        算法
        <WordsIn name="怎么算" value={part.formula} onChange={(formula) => onChange({ ...part, formula })} />
      </p>
      <p className="edit-line">
        最多
        <NumberIn name="最多几分" optional value={part.points} onChange={(points) => onChange(points === undefined ? bare : { ...bare, points })} />
        分，由人按算法填得分
      </p>
    </>
  )
}

export const DiscretionaryEditor = ({ part, onChange }: PartEditorProps<'discretionary'>) => {
  const { condition: _, deducts: _deducts, ...bare } = part
  const words = part.condition === undefined ? {} : { condition: part.condition }
  const takes = part.deducts === true ? { deducts: true } : {}
  return (
    <>
      <p className="edit-line">
        看什么
        <WordsIn name="看什么" value={part.condition ?? ''} onChange={(said) => onChange({ ...bare, ...takes, ...(said === '' ? {} : { condition: said }) })} />
      </p>
      <p className="edit-line">
        <PickIn
          name="给分还是扣分"
          value={part.deducts === true ? 'takes' : 'gives'}
          options={[
            ['gives', '由人给'],
            ['takes', '没有问题不扣，得分在'],
          ]}
          onChange={(how) => onChange({ ...bare, ...words, ...(how === 'takes' ? { deducts: true } : {}) })}
        />
        <NumberIn name="最少几分" value={part.min} onChange={(min = Number.NaN) => onChange({ ...part, min })} />到
        <NumberIn name="最多几分" value={part.max} onChange={(max = Number.NaN) => onChange({ ...part, max })} />分
      </p>
    </>
  )
}
