import { countForShare, drawMethod } from '@zicha/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { Link, useParams } from 'react-router'
import type { DrawAnswer, DrawBody } from '../../../api/contract.ts'
import { drawRecordPath, useDraws, useMakeDraw } from '../../../api/draws.ts'
import { problemSentence, referenceOf } from '../../../api/problem.ts'
import { roundPath, useRound } from '../../../api/rounds.ts'
import { useUnits } from '../../../api/units.ts'
import { ChoiceChips } from '../../../ui/Chips.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import type { Fault } from '../../../ui/ErrorSummary.tsx'
import { Field, FieldGroup } from '../../../ui/Field.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Awaited } from '../../../ui/states.tsx'
import { instantWords } from '../../../ui/day-words.ts'
import { OfficeFrame } from '../../OfficeFrame.tsx'
import './draws.css'

/** 抽签: schools drawn by a seed from the room, so that anybody can repeat it; each draw stays with its record. */
export const DrawsPage = () => {
  const { round = '' } = useParams()
  const details = useRound(round)
  const draws = useDraws(round)
  const all = useUnits()
  const closed = new Set((all.data ?? []).filter(({ outOfUse }) => outOfUse !== undefined).map(({ code }) => code))
  return (
    <OfficeFrame title="抽签" round={round}>
      <div className="head">
        <div>
          <h1>抽签</h1>
          <p>种子当场产生，同样的种子和名单谁来抽都一样。抽过的都留着，再抽是另一次。</p>
        </div>
        <div className="acts">
          <Link className="button" to={`${roundPath(round)}/groups?from=draw`}>
            分配检查
          </Link>
        </div>
      </div>
      <Awaited query={details}>
        {({ units }) => (
          <Awaited query={draws}>
            {({ items }) => (
              <>
                {items.toReversed().map((draw) => (
                  <Drawn key={draw.id} draw={draw} round={round} />
                ))}
                <DrawForm key={items.length} round={round} total={units.filter((unit) => !closed.has(unit)).length} isFirst={items.length === 0} />
                <Section title="怎么抽的">
                  <ol className="method">
                    {drawMethod.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ol>
                </Section>
              </>
            )}
          </Awaited>
        )}
      </Awaited>
    </OfficeFrame>
  )
}

type Measure = 'count' | 'share'

const DrawForm = (props: { readonly round: string; readonly total: number; readonly isFirst: boolean }) => {
  const make = useMakeDraw(props.round)
  const [id] = useState(() => crypto.randomUUID())
  const [measure, setMeasure] = useState<Measure>('share')
  const [amount, setAmount] = useState('20')
  const [strata, setStrata] = useState<DrawBody['strata']>('none')
  const [seed, setSeed] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const given = Number(amount)
  const count = measure === 'share' ? countForShare(props.total, given) : given
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (make.isPending) return
    const found = [
      ...(seed.trim() === '' ? [{ field: 'seed', message: '还没有种子。请当场掷骰子或取一个开奖号码填上。' }] : []),
      ...(Number.isInteger(count) && count >= 1 && count <= props.total
        ? []
        : [{ field: 'amount', message: `共${props.total}所，填的抽不了。请改成能抽的数。` }]),
    ]
    setFaults(found)
    if (found.length > 0) return
    make.mutate(
      { id, body: { seed: seed.trim(), count, strata } },
      { onError: (problem) => setFaults([{ message: problemSentence(problem) }]) },
    )
  }
  return (
    <Section title={props.isFirst ? '抽一次' : '再抽一次'} say={props.isFirst ? undefined : '前面抽的不会变，记录表上写明这是第几次。'}>
      <form className="draw-form" onSubmit={submit} noValidate>
        <ErrorSummary faults={faults} reference={make.error === null ? undefined : referenceOf(make.error)} />
        <FieldGroup label="抽多少">
          <ChoiceChips<Measure>
            name="measure"
            even={false}
            choices={[
              { value: 'share', label: '按比例' },
              { value: 'count', label: '按所数' },
            ]}
            value={measure}
            onChoose={setMeasure}
          />
        </FieldGroup>
        <Field label={measure === 'share' ? '百分之几' : '几所'} id="amount" fault={faults.find(({ field }) => field === 'amount')?.message}>
          {(ties) => (
            <span className="with-unit">
              <input {...ties} className="input" inputMode="numeric" value={amount} onChange={(event) => setAmount(event.target.value.trim())} />
              {measure === 'share' ? `%，${props.total}所里抽${Number.isFinite(count) && count > 0 ? count : 0}所` : `所，共${props.total}所`}
            </span>
          )}
        </Field>
        <FieldGroup label="分层" hint="分层时，各层按学校数分名额。">
          <ChoiceChips<DrawBody['strata']>
            name="strata"
            even={false}
            choices={[
              { value: 'none', label: '不分层' },
              { value: 'stage', label: '按学段' },
              { value: 'ownership', label: '按公办、民办' },
            ]}
            value={strata}
            onChoose={setStrata}
          />
        </FieldGroup>
        <Field
          label="种子"
          id="seed"
          hint="当场掷几次骰子记下点数，或用当天的开奖号码。"
          fault={faults.find(({ field }) => field === 'seed')?.message}
        >
          {(ties) => (
            <input {...ties} className="input" autoComplete="off" maxLength={100} value={seed} onChange={(event) => setSeed(event.target.value)} />
          )}
        </Field>
        <div className="field">
          <button type="submit" className="button primary">
            {make.isPending ? '正在抽' : '抽签'}
          </button>
        </div>
      </form>
    </Section>
  )
}

const strataWords = { none: '不分层', stage: '按学段分层', ownership: '按公办、民办分层' } as const

const Drawn = ({ draw, round }: { readonly draw: DrawAnswer; readonly round: string }) => {
  const drawn = draw.units.filter((unit) => unit.drawn)
  const strata = [...new Set(drawn.map(({ stratum }) => stratum))]
  return (
    <Section
      title={`第${draw.no}次抽中${drawn.length}所`}
      aside={
        <span className="downloads">
          <a href={drawRecordPath(round, draw.id, 'docx')}>抽签记录Word</a>
          <a href={drawRecordPath(round, draw.id, 'pdf')}>PDF</a>
        </span>
      }
      say={`种子 ${draw.seed}，共${draw.units.length}所，${strataWords[draw.strata]}。${instantWords(draw.madeAt)}由${draw.madeBy}操作。`}
    >
      {strata.map((stratum) => (
        <div key={stratum} className="drawn">
          {stratum === '' ? null : <h3>{stratum}</h3>}
          <ul>
            {drawn
              .filter((unit) => unit.stratum === stratum)
              .map((unit) => (
                <li key={unit.code}>
                  <span>{unit.name}</span>
                  <span className="grey small">{unit.code}</span>
                  <code className="grey small">{unit.digest.slice(0, 16)}</code>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}
