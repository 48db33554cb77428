import { sum, toDecimal, toPoints } from '@zicha/core'
import type { FormDraft } from '../../../api/form-drafts.ts'
import { useSettleHead } from '../../../api/form-drafts.ts'
import { NumberIn } from '../../../rule/inline-inputs.tsx'
import { Field } from '../../../ui/Field.tsx'
import { KeptLine } from '../../../ui/KeptLine.tsx'
import { pointsText } from '../../../ui/Mark.tsx'
import { ProblemSummary } from '../../../ui/ProblemSummary.tsx'
import { useKeptTyping } from '../../../ui/use-kept-typing.ts'
import { useSignedIn } from '../../SignedIn.tsx'

/** The table's title, and what its sections weigh where their rows do not add up to it. Saved on leaving a field. */
export const HeadFields = ({ draft }: { readonly draft: FormDraft }) => {
  const settle = useSettleHead(draft)
  const { user } = useSignedIn()
  const about = { username: user.username, base: draft.title }
  const naming = useKeptTyping({ ...about, thing: `draft-title.${draft.id}` }, draft.title)
  const weighing = useKeptTyping({ ...about, thing: `draft-sections.${draft.id}`, base: JSON.stringify(draft.sections) }, draft.sections)
  const title = naming.value
  const sections = weighing.value
  const weights = sections.map((section) => ({
    section,
    rows: toDecimal(sum(draft.items.filter((item) => item.section === section.no).map((item) => toPoints(item.points)))),
  }))
  const uneven =
    weights.some(({ section, rows }) => section.points !== rows) ||
    toDecimal(sum(draft.sections.map(({ points }) => toPoints(points)))) !== draft.total
  const saveSections = () => {
    const sound = sections.every(({ points }) => !Number.isNaN(points))
    if (sound && JSON.stringify(sections) !== JSON.stringify(draft.sections)) settle.mutate({ sections: sections.map(({ no, name, points }) => ({ no, name, points })) }, { onSuccess: weighing.forget })
  }
  return (
    <>
      <ProblemSummary problem={settle.error} />
      <KeptLine typing={naming} />
      <Field label="表名" id="form-title">
        {(ties) => (
          <textarea
            {...ties}
            className="input official"
            rows={2}
            maxLength={120}
            value={title}
            onChange={(event) => naming.change(event.target.value)}
            onBlur={() => {
              if (title.trim() !== '' && title.trim() !== draft.title) settle.mutate({ title: title.trim() }, { onSuccess: naming.forget })
            }}
          />
        )}
      </Field>
      {uneven ? (
        <div className="field" role="group" aria-labelledby="section-points">
          <p className="label" id="section-points">
            各大项的分值
          </p>
          <KeptLine typing={weighing} />
          <p className="hint">表上写的与各条合起来不一样。改这里，或回到条目里改。</p>
          {weights.map(({ section, rows }) => (
            <p className="edit-line" key={section.no} onBlur={saveSections}>
              <span className="official">{section.name}</span>
              <NumberIn
                name={`${section.name}几分`}
                value={section.points}
                onChange={(points = Number.NaN) => weighing.change(sections.map((one) => (one.no === section.no ? { ...one, points } : one)))}
              />
              分<span className="grey small">各条合起来{pointsText(rows)}分</span>
            </p>
          ))}
          <button
            type="button"
            className="tap start"
            onClick={() => settle.mutate({ sections: weights.map(({ section: { no, name }, rows }) => ({ no, name, points: rows })) }, { onSuccess: weighing.forget })}
          >
            都按各条合起来算
          </button>
        </div>
      ) : null}
    </>
  )
}
