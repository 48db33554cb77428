import type { Criterion } from '@zicha/core'
import { pointsText } from '../../../ui/Mark.tsx'
import { instantWords } from '../../../ui/day-words.ts'
import { termsOf } from './criterion-words.ts'
import type { Clash } from './use-review.ts'

/** Somebody else settled the row meanwhile: both readings beside each other, and one is chosen. */
export const ClashPane = (props: { readonly clash: Clash; readonly who: string; readonly onKeep: (keep: 'mine' | 'theirs') => void }) => {
  const { theirs, mine, no } = props.clash
  const when = theirs.settled === null ? '' : instantWords(theirs.settled.at)
  return (
    <div role="alert">
      <div className="row-head">
        <h1>
          {props.who}
          {when}改过第{no}条
        </h1>
      </div>
      <p className="grey">和这里的不一样，两份都在。请选一个。</p>
      <Reading title={`${props.who}改的`} criteria={theirs.criteria} act={`用${props.who}改的`} onChoose={() => props.onKeep('theirs')} />
      <Reading title="我改的" criteria={mine.criteria} act="用我改的" onChoose={() => props.onKeep('mine')} />
    </div>
  )
}

const Reading = (props: { readonly title: string; readonly criteria: readonly Criterion[]; readonly act: string; readonly onChoose: () => void }) => (
  <section className="section" aria-label={props.title}>
    <header>
      <h2>{props.title}</h2>
    </header>
    <ul className="rows clash">
      {props.criteria.map((criterion) => (
        <li key={criterion.id}>
          <b>
            {criterion.title}，{pointsText(criterion.points)}分
          </b>
          {criterion.parts.map((part, at) => (
            <span key={at}>{termsOf(criterion, part)}</span>
          ))}
        </li>
      ))}
    </ul>
    <button type="button" className="button" onClick={props.onChoose}>
      {props.act}
    </button>
  </section>
)
