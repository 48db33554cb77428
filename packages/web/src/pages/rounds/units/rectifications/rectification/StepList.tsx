import type { Rectification } from '../../../../../api/contract.ts'
import { evidenceAddress } from '../../../../../api/documents.ts'
import { StoredThumb } from '../../../../../evidence/Thumb.tsx'
import { instantWords } from '../../../../../ui/day-words.ts'
import { Section } from '../../../../../ui/Section.tsx'
import { usePlace } from '../../../../place.ts'
import { changeSinceReturn, changeWords, evidenceKey } from '../rectification-words.ts'

type Step = Rectification['steps'][number]

const stepNames: { readonly [K in Step['kind']]: string } = {
  plan: '整改措施',
  approve: '书记批准',
  report: '整改情况',
  accept: '认可',
  return: '要再改',
}

/** Everything that was done about a problem, in its order; the newest report says what it changed since the return. */
export const StepList = ({ steps }: { readonly steps: readonly Step[] }) => {
  const last = steps.findLast((step) => step.kind === 'report')
  const change = changeSinceReturn([...steps])
  if (steps.length === 0) return null
  return (
    <Section title="办理经过">
      <ol className="rows">
        {steps.map((step) => (
          <li key={step.no} className="step">
            <h3>{stepNames[step.kind]}</h3>
            {step.text === '' ? null : <p className="said-text">{step.text}</p>}
            <Photos name="整改前" list={step.before} fresh={step === last ? change?.fresh : undefined} />
            <Photos name="整改后" list={step.after} fresh={step === last ? change?.fresh : undefined} />
            {step === last && change !== null ? (
              <p className="small">
                <b>和上次比</b>：{changeWords(change)}。
              </p>
            ) : null}
            <p className="note">
              {step.byName}，{instantWords(step.at)}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}

const Photos = ({ name, list, fresh }: { readonly name: string; readonly list: Step['before']; readonly fresh: ReadonlySet<string> | undefined }) => {
  const place = usePlace()
  if (list.length === 0) return null
  return (
    <div className="photos">
      <span className="note">{name}</span>
      <ul>
        {list.map((one, index) =>
          'sha256' in one ? (
            <li key={one.sha256}>
              <a href={evidenceAddress(place, one.sha256)} target="_blank" rel="noreferrer" aria-label={`${name}第${index + 1}张${fresh?.has(evidenceKey(one)) === true ? '，新的' : ''}`}>
                <StoredThumb address={evidenceAddress(place, one.sha256)} word="件" />
              </a>
              {fresh?.has(evidenceKey(one)) === true ? <span className="note">新</span> : null}
            </li>
          ) : (
            <li key={one.reference} className="small">
              {one.reference}
              {fresh?.has(evidenceKey(one)) === true ? <span className="note">　新</span> : null}
            </li>
          ),
        )}
      </ul>
    </div>
  )
}
