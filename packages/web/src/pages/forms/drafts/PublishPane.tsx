import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { FormDraft } from '../../../api/form-drafts.ts'
import { useDropDraft, usePublishForm } from '../../../api/form-drafts.ts'
import { Question } from '../../../ui/Drawer.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { pointsText } from '../../../ui/Mark.tsx'
import { ProblemSummary } from '../../../ui/ProblemSummary.tsx'
import { Section } from '../../../ui/Section.tsx'
import { today } from '../../../ui/day-words.ts'
import { proposeEdition, publishFaults } from '../editions.ts'
import type { EditionLine } from '../editions.ts'
import { HeadFields } from './HeadFields.tsx'
import { itemIn, remarksOn } from './remarks.ts'
import { isOpen } from './row-work.ts'

/** The last look: what does not add up, what burdens schools, what the edition is called; then it is published. */
export const PublishPane = (props: { readonly draft: FormDraft; readonly shelf: readonly EditionLine[]; readonly onShow: (no: number) => void }) => {
  const { draft, shelf, onShow } = props
  const publish = usePublishForm(draft.id)
  const [named, setNamed] = useState(() => proposeEdition(draft, draft.bureau, shelf, today()))
  const [pressed, setPressed] = useState(false)
  const faults = pressed ? publishFaults(named) : []
  const open = draft.items.filter(isOpen)
  const [firstOpen] = open
  const faultAt = (field: string) => faults.find((fault) => fault.field === field)?.message
  const press = () => {
    setPressed(true)
    if (firstOpen === undefined && publishFaults(named).length === 0 && !publish.isPending) publish.mutate({ id: named.id, edition: named.edition.trim() })
  }
  return (
    <>
      <div className="pane-body">
        <div className="row-head">
          <h1>{firstOpen === undefined ? '都看过了，可以发布' : `还有${open.length}处没看`}</h1>
        </div>
        <p className="grey">
          {draft.items.length}条，{draft.items.reduce((all, { criteria }) => all + criteria.length, 0)}个评分点，{pointsText(draft.total)}分。
          {draft.fillsSource ? '学校的得分会填进放入的这份 Word 原表。' : '打印时按原表的列另排一张。'}
        </p>
        <ErrorSummary faults={faults} />
        <ProblemSummary problem={publish.error} />
        <HeadFields key={draft.version} draft={draft} />
        {firstOpen === undefined ? (
          <>
            <Field label="编号" id="edition-id" hint="小写字母、数字和短横，发布后不变。" fault={faultAt('edition-id')}>
              {(ties) => <input {...ties} className="input" autoComplete="off" maxLength={60} value={named.id} onChange={(event) => setNamed({ ...named, id: event.target.value.trim() })} />}
            </Field>
            <Field label="版次" id="edition-name" fault={faultAt('edition-name')}>
              {(ties) => <input {...ties} className="input" autoComplete="off" maxLength={40} value={named.edition} onChange={(event) => setNamed({ ...named, edition: event.target.value })} />}
            </Field>
          </>
        ) : null}
        <Sums draft={draft} onShow={onShow} />
        <Burden draft={draft} onShow={onShow} />
        <DropDraft id={draft.id} title={draft.title} />
      </div>
      <div className="pane-bar">
        {firstOpen === undefined ? (
          <button type="button" className="button primary wide" aria-disabled={publish.isPending} onClick={press}>
            {publish.isPending ? '正在发布' : '发布'}
          </button>
        ) : (
          <button type="button" className="button primary wide" onClick={() => onShow(firstOpen.no)}>
            看下一处
          </button>
        )}
        <p className="note">{firstOpen === undefined ? '发布后这一版不再变；要改，再放入一张发布新的一版。' : '看完才能发布。'}</p>
      </div>
    </>
  )
}

const ItemLink = ({ no, onShow }: { readonly no: number; readonly onShow: (no: number) => void }) => (
  <button type="button" className="tap item-link" onClick={() => onShow(no)}>
    第{no}条
  </button>
)

const Sums = ({ draft, onShow }: { readonly draft: FormDraft; readonly onShow: (no: number) => void }) =>
{
  const remarks = remarksOn(draft)
  return remarks.length === 0 ? null : (
    <Section title="可以再核对的" count={remarks.length}>
      <ul className="rows quiet">
        {remarks.map(({ code, where, message }) => {
          const no = itemIn(where)
          return (
            <li key={`${code} ${where} ${message}`}>
              {no === undefined ? <span className="grey">{where}</span> : <ItemLink no={no} onShow={onShow} />}
              <span>{message}</span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

const Burden = ({ draft, onShow }: { readonly draft: FormDraft; readonly onShow: (no: number) => void }) =>
  draft.burden.length === 0 ? null : (
    <Section title="给学校减负，可以再想想的" count={draft.burden.length} say="与上级文件可能不合。只是提醒，改不改由局里定，不影响发布。">
      <ul className="rows quiet">
        {draft.burden.map(({ rule, items, message, alternative }) => (
          <li key={`${rule} ${message}`} className="burden">
            <span>
              {message}
              <span className="note">　{rule}</span>
            </span>
            <span>可以改成：{alternative}</span>
            <span className="items">
              {items.map((no) => (
                <ItemLink key={no} no={no} onShow={onShow} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )

/** A wrong file goes away before anybody else saw it. */
const DropDraft = ({ id, title }: { readonly id: string; readonly title: string }) => {
  const drop = useDropDraft()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <ProblemSummary problem={drop.error} />
      <p className="drop-draft">
        <button type="button" className="tap start quiet" onClick={() => setAsking(true)}>
          放错了，去掉这张表
        </button>
      </p>
      {asking ? (
        <Question
          question={`去掉“${title}”？`}
          meaning="核对过的也一起去掉，不能找回。原来的文件还在这台电脑上，可以重新放入。"
          act="去掉"
          keep="留着"
          onAct={() => {
            setAsking(false)
            drop.mutate(id, { onSuccess: () => void navigate('/forms') })
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}

export const NewRoundLink = ({ form }: { readonly form: string }) => (
  <Link className="button primary wide" to={`/rounds/new?form=${encodeURIComponent(form)}`}>
    用它开一轮
  </Link>
)
