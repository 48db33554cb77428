import { useState } from 'react'
import type { Round } from '../../../../api/contract.ts'
import { useEntryKinds } from '../../../../api/entry-kinds.ts'
import { useForm } from '../../../../api/form.ts'
import { heldAddress, useHeld } from '../../../../api/held.ts'
import { ChoiceChips } from '../../../../ui/Chips.tsx'
import { copyText } from '../../../../ui/copy-text.ts'
import { today } from '../../../../ui/day-words.ts'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { Field, FieldGroup } from '../../../../ui/Field.tsx'
import { ProblemSummary } from '../../../../ui/ProblemSummary.tsx'
import { kindsOfForm } from '../../units/entries/kinds-of-form.ts'
import { heldSentence, heldText, stretchesOf } from './held-words.ts'
import './held.css'

/** As many kinds as chips as one sees at once; the rest in the list. */
const atHand = 12

/** “多少单位本季度开过×”: the stretch is the running quarter, so choosing what is the only question. */
export const HeldDrawer = ({ round, onClose }: { readonly round: Round; readonly onClose: () => void }) => {
  const form = useForm(round.form)
  const vocabulary = useEntryKinds()
  const stretches = stretchesOf(round.year, today())
  const [stretch, setStretch] = useState(stretches[0]?.name ?? '')
  const [kind, setKind] = useState<string | null>(null)
  const period = stretches.find(({ name }) => name === stretch)
  const question = kind === null || period === undefined ? null : { kind, from: period.from, to: period.to }
  const held = useHeld(round.id, question)
  const kinds = form.data === undefined || vocabulary.data === undefined ? [] : kindsOfForm(form.data, vocabulary.data.items)
  return (
    <Drawer title="开过多少" onClose={onClose}>
      <Field label="哪一段" id="held-stretch">
        {(ties) => (
          <select {...ties} className="input" value={stretch} onChange={(event) => setStretch(event.target.value)}>
            {stretches.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <FieldGroup label="开过什么">
        <ChoiceChips
          name="held-kind"
          even={false}
          choices={kinds.slice(0, atHand).map(({ name }) => ({ value: name, label: name }))}
          value={kind}
          onChoose={setKind}
        />
        {kinds.length > atHand ? (
          <select className="input more-kinds" aria-label="其他活动" value={kind ?? ''} onChange={(event) => setKind(event.target.value)}>
            <option value="" disabled>
              其他{kinds.length - atHand}种
            </option>
            {kinds.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        ) : null}
      </FieldGroup>
      <ProblemSummary problem={held.error} />
      {held.data === undefined || question === null ? null : <Answer key={question.kind + question.from} answer={held.data} address={heldAddress(round.id, question)} />}
    </Drawer>
  )
}

const Answer = (props: { readonly answer: Parameters<typeof heldText>[0]; readonly address: string }) => {
  const { answer } = props
  const [copied, setCopied] = useState(false)
  const text = heldText(answer)
  const held = answer.items.filter(({ times }) => times > 0)
  const without = answer.items.filter(({ times }) => times === 0)
  return (
    <div className="field held">
      <p role="status">
        <b>{heldSentence(answer)}</b>
      </p>
      <p className="small grey">按学校自己的活动记录数，只数次数，按代码排。没有记录，不等于没有开。</p>
      <div className="downloads">
        <button type="button" className="tap" onClick={() => void copyText(text).then(setCopied)}>
          {copied ? '已复制' : '复制文字'}
        </button>
        <a href={props.address}>下载Excel</a>
      </div>
      {without.length === 0 ? null : <Names title={`没有记录的${without.length}所`} names={without.map(({ name }) => ({ name, note: '' }))} />}
      {held.length === 0 ? null : <Names title={`有记录的${held.length}所`} names={held.map(({ name, times }) => ({ name, note: `${times}次` }))} />}
    </div>
  )
}

const Names = (props: { readonly title: string; readonly names: readonly { readonly name: string; readonly note: string }[] }) => (
  <>
    <h3>{props.title}</h3>
    <ul className="known">
      {props.names.map(({ name, note }) => (
        <li key={name}>
          <span>{name}</span>
          <span className="grey nw">{note}</span>
        </li>
      ))}
    </ul>
  </>
)
