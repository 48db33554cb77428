import type { EntryKind } from '@zicha/core'
import { useEffect, useRef } from 'react'
import { Link, useParams } from 'react-router'
import { useEntryKinds } from '../../../api/entry-kinds.ts'
import { useFormDraft } from '../../../api/form-drafts.ts'
import type { FormDraft } from '../../../api/form-drafts.ts'
import { useForms } from '../../../api/forms.ts'
import { usePeople } from '../../../api/people.ts'
import { StandingNotice } from '../../StandingNotice.tsx'
import { ColumnFrame } from '../../../ui/Frame.tsx'
import { KeptLine } from '../../../ui/KeptLine.tsx'
import { ProblemSummary } from '../../../ui/ProblemSummary.tsx'
import { Awaited } from '../../../ui/states.tsx'
import { TextSizeButton } from '../../../ui/TextSizeButton.tsx'
import { TaskBar } from '../../../ui/TopBar.tsx'
import { instantWords } from '../../../ui/day-words.ts'
import { useWide } from '../../../ui/use-wide.ts'
import { DesktopOnly } from '../DesktopOnly.tsx'
import type { EditionLine } from '../editions.ts'
import { ClashPane } from './ClashPane.tsx'
import { OfficialTable } from './OfficialTable.tsx'
import { PublishPane } from './PublishPane.tsx'
import { PublishedPane } from './PublishedPane.tsx'
import { isOpen } from './row-work.ts'
import { RowPane } from './RowPane.tsx'
import { nextOpen, useReview } from './use-review.ts'
import { useReviewKeys } from './use-review-keys.ts'
import '../forms.css'
import './review.css'

/** 核对读法: the official table on the left, how it was read on the right, until it is published. */
export const DraftPage = () => {
  const { draft: id = '' } = useParams()
  const draft = useFormDraft(id)
  const kinds = useEntryKinds()
  const forms = useForms()
  const wide = useWide(900)
  if (!wide) {
    return (
      <ColumnFrame top={<TaskBar back="/forms" title="核对读法" />} notice={<StandingNotice brief />}>
        <title>核对读法 · 自查通</title>
        <DesktopOnly />
      </ColumnFrame>
    )
  }
  return (
    <>
      <title>核对读法 · 自查通</title>
      <Awaited query={draft}>
        {(read) => (
          <Awaited query={kinds}>
            {({ items }) => <Awaited query={forms}>{(shelf) => <Review key={read.id} draft={read} kinds={items} shelf={shelf.items} />}</Awaited>}
          </Awaited>
        )}
      </Awaited>
    </>
  )
}

const Review = ({ draft, kinds, shelf }: { readonly draft: FormDraft; readonly kinds: readonly EntryKind[]; readonly shelf: readonly EditionLine[] }) => {
  const review = useReview(draft)
  const people = usePeople()
  const { current, work, clash } = review
  const pane = useRef<HTMLElement>(null)
  useReviewKeys(review)
  const at = current?.no
  useEffect(() => {
    pane.current?.scrollTo({ top: 0 })
  }, [at])
  const nameOf = (username: string) => people.data?.find((one) => one.username === username)?.name ?? '同事'
  const own = draft.entryKinds.map(({ name, group }): EntryKind => ({ name, group, goesWith: [], alsoCalled: [] }))
  const allKinds = [...kinds, ...own.filter(({ name }) => !kinds.some((kind) => kind.name === name))]
  const criteria = draft.items.reduce((all, item) => all + item.criteria.length, 0)
  const open = draft.items.filter(isOpen).length
  const next = current === undefined ? undefined : nextOpen(draft.items, current.no)
  const choose = (no: number, criterion?: string) => {
    review.go(no)
    if (criterion !== undefined) requestAnimationFrame(() => document.getElementById(`criterion-${criterion}`)?.focus())
  }
  return (
    <div className="review">
      <header className="review-top">
        <Link className="tap start" to="/forms">
          返回
        </Link>
        <p className="whose">
          <b>核对读法</b>
          <span className="grey">{draft.fileName}</span>
        </p>
        <p className="standing">
          {draft.published !== null ? (
            '已发布，不再变'
          ) : (
            <>
              {criteria}个评分点，{open === 0 ? '都看过了' : <b>还有{open}处没看</b>}
            </>
          )}
        </p>
        <nav aria-label="这张表">
          {review.canUndo && review.editable ? (
            <button type="button" className="tap" aria-keyshortcuts="u" onClick={review.undo}>
              撤销上一条
            </button>
          ) : null}
          {current === undefined ? null : (
            <button type="button" className="tap" onClick={() => review.go('publish')}>
              {review.editable ? '去发布' : '看发布'}
            </button>
          )}
          <TextSizeButton />
        </nav>
      </header>
      <section className="review-desk" aria-label="放入的表" tabIndex={0}>
        <OfficialTable draft={draft} current={current?.no} onChoose={choose} />
        <p className="legend note">
          <span className="read-into">细线</span>：读成了规则　<mark>底色加虚线</mark>：没有读，要人看　没有线：连接的话
          <br />
          按键：j、k 上下条　Enter 这样读　u 撤销
        </p>
      </section>
      <main id="main" className="review-pane" ref={pane} tabIndex={-1}>
        {current === undefined || work === undefined ? (
          draft.published === null ? (
            <PublishPane draft={draft} shelf={shelf} onShow={review.go} />
          ) : (
            <PublishedPane draft={draft} shelf={shelf} />
          )
        ) : (
          <>
            <div className="pane-body">
              <ProblemSummary problem={review.problem} />
              {clash !== null ? (
                <ClashPane clash={clash} who={clash.theirs.settled === null ? '同事' : nameOf(clash.theirs.settled.by)} onKeep={review.resolve} />
              ) : (
                <>
                <KeptLine typing={{ ...review.kept, wasKept: false, forget: () => undefined }} />
                <RowPane
                  key={`${current.no} ${current.version}`}
                  item={current}
                  section={draft.sections.find(({ no }) => no === current.section)?.name ?? draft.title}
                  work={work}
                  kinds={allKinds}
                  editable={review.editable}
                  pressed={review.pressed}
                  settledBy={current.settled === null ? undefined : `${nameOf(current.settled.by)}${instantWords(current.settled.at)}看过`}
                  onChange={review.change}
                  onHead={() => review.go('publish')}
                />
                </>
              )}
            </div>
            {review.editable && clash === null ? (
              <div className="pane-bar">
                <button type="button" className="button primary wide" aria-keyshortcuts="Enter" aria-disabled={review.isSaving} onClick={review.accept}>
                  {next === undefined ? '这样读，去发布' : '这样读，看下一处'}
                </button>
                <p className="note" role="status">
                  {review.isSaving ? '正在存' : review.isEdited ? '改了还没存，看别的条会先存' : current.settled === null ? '还没有看过' : '已存'}
                </p>
              </div>
            ) : null}
          </>
        )}
      </main>
    </div>
  )
}
