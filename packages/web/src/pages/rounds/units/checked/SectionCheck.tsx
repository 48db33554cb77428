import type { Form } from '@zicha/core'
import { useCheckSection, useChecks } from '../../../../api/checks.ts'
import type { Place } from '../../../../api/names.ts'
import { problemSentence } from '../../../../api/problem.ts'
import { isAt, isUnsent } from '../../../../outbox/item.ts'
import { useOutbox } from '../../../../outbox/use-outbox.ts'
import { checkState } from './check-words.ts'
import './checked.css'

type Props = {
  readonly place: Place
  readonly form: Form
  readonly section: { readonly no: number; readonly name: string }
  readonly writes: boolean
}

/** 已核对 of a duty: a person says so, the machine never does. Needs the server, for it stands for what lies there. */
export const SectionCheck = ({ place, form, section, writes }: Props) => {
  const checks = useChecks(place)
  const set = useCheckSection(place)
  const waits = useOutbox().items.some((item) => isUnsent(item) && item.act.kind !== 'photo' && isAt(item, place))
  if (checks.data === undefined) return null
  const { checked, words } = checkState(form, checks.data, section.no)
  const say = (value: boolean) => set.mutate({ section: section.no, checked: value })
  return (
    <div className="section-check">
      <p className="small">
        {words === null ? <span className="grey">{writes ? '看过这一项的记录和答案，可以标一下' : '没有标核对'}</span> : <span className={checked ? 'done tick' : undefined}>{words}</span>}
      </p>
      {!writes ? null : checked ? (
        <button type="button" className="tap end" aria-label={`取消“${section.name}”的已核对`} onClick={() => say(false)}>
          取消
        </button>
      ) : waits ? (
        <p className="small grey">存在本机的传上去以后再标</p>
      ) : (
        <button type="button" className="button" aria-label={`“${section.name}”标为已核对`} onClick={() => say(true)}>
          标为已核对
        </button>
      )}
      {set.error === null ? null : (
        <p className="miss small" role="alert">
          {problemSentence(set.error)}
        </p>
      )}
    </div>
  )
}

/** The same in one word, beside a head. */
export const SectionChecked = ({ place, form, section }: Omit<Props, 'writes' | 'section'> & { readonly section: number }) => {
  const checks = useChecks(place)
  if (checks.data === undefined) return null
  const { checked, words } = checkState(form, checks.data, section)
  if (words === null) return null
  return <span className="note section-checked">{checked ? words : '改过，要再核对'}</span>
}
