import { sayStage } from '@zicha/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useGroups } from '../../../../api/groups.ts'
import { useMoveStage } from '../../../../api/move-stage.ts'
import { placePath } from '../../../../api/names.ts'
import { problemSentence, referenceOf } from '../../../../api/problem.ts'
import { Question } from '../../../../ui/Drawer.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { FrameBar } from '../../../../ui/Frame.tsx'
import { pointsText } from '../../../../ui/Mark.tsx'
import { Row, Rows } from '../../../../ui/Row.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited } from '../../../../ui/states.tsx'
import { usePlace } from '../../../place.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { inspectedTotal } from '../inspected-total.ts'
import { itemName } from '../item-reading.ts'
import { UnitFrame } from '../UnitFrame.tsx'
import { groupMarks, markedWords, seenTogether } from './group-marks.ts'
import { eyesOf, ownItems } from './items-to-see.ts'
import { useInspecting } from './use-inspecting.ts'
import type { Inspecting } from './use-inspecting.ts'
import '../../../../ui/office.css'

/** What the group has done at one school: what differs, what two inspectors have to settle, what is still open; then the inspection is done. */
export const SummaryPage = () => {
  const place = usePlace()
  const inspecting = useInspecting(place)
  return (
    <UnitFrame title="检查汇总">
      <Awaited query={inspecting}>{(data) => <Summary data={data} />}</Awaited>
    </UnitFrame>
  )
}

const Summary = ({ data }: { readonly data: Inspecting }) => {
  const place = usePlace()
  const here = placePath(place)
  const { user } = useSignedIn()
  const move = useMoveStage(place)
  const [asking, setAsking] = useState(false)
  const { inspection, assessment, form } = data
  const marks = groupMarks(inspection.items, user.username)
  const { disputed, different, hidden } = marks
  const { order } = eyesOf(data, ownItems(useGroups(place.round).data, data, { unit: place.unit, username: user.username }))
  const open = marks.open.toSorted((a, b) => order.indexOf(a.no) - order.indexOf(b.no))
  const running = assessment.stage === 'inspecting'
  const waiting = data.local.waiting.size
  const total = inspectedTotal(inspection)
  const finish = () => {
    setAsking(false)
    move.mutate({ to: 'inspected' })
  }
  return (
    <>
      <div className="head">
        <div>
          <h1>
            {running || assessment.stage === 'submitted'
              ? seenTogether(marks)
              : sayStage(assessment.stage)}
          </h1>
          <p>
            自查{pointsText(data.score.total)}分
            {total === null ? '' : `，检查${total}`}
            {assessment.inspectors.length === 0 ? '' : `。检查人${assessment.inspectors.map(({ name }) => name).join('、')}`}
          </p>
        </div>
        <div className="acts">
          {assessment.stage === 'inspected' || assessment.stage === 'signed' ? (
            <Link className={assessment.stage === 'inspected' ? 'button primary' : 'button'} to={`${here}/closing`}>
              双方签字
            </Link>
          ) : null}
          <Link className="button" to={`${here}/inspect/gaps`}>
            缺口清单
          </Link>
          {running || assessment.stage === 'submitted' ? (
            <Link className="button" to={`${here}/inspect/typing`}>
              照纸录分
            </Link>
          ) : null}
          <Link className="button" to={`${here}/document`}>
            打印预览
          </Link>
        </div>
      </div>
      {move.error === null ? null : (
        <ErrorSummary faults={[{ message: problemSentence(move.error) }]} reference={referenceOf(move.error)} />
      )}
      {disputed.length === 0 ? null : (
        <Section title="两人不同，要商定" count={disputed.length}>
          <Rows>
            {disputed.map((item) => (
              <Row
                key={item.no}
                to={`${here}/inspect/${item.no}`}
                title={`第${item.no}条　${itemName(form, item.no)}`}
                meta={markedWords(item)}
                verb="去商定"
              />
            ))}
          </Rows>
        </Section>
      )}
      {open.length === 0 || !(running || assessment.stage === 'submitted') ? null : (
        <Section title="还没有看" count={open.length}>
          <Rows>
            {open.map((item) => (
              <Row
                key={item.no}
                to={`${here}/inspect/${item.no}`}
                title={`第${item.no}条　${itemName(form, item.no)}`}
                points={`${pointsText(item.max)}分`}
                verb="去看"
              />
            ))}
          </Rows>
        </Section>
      )}
      <Section title="与自查不同" count={different.length}>
        {different.length > 0 ? (
          <Rows>
            {different.map((item) => (
              <Row
                key={item.no}
                to={`${here}/inspect/${item.no}`}
                title={`第${item.no}条　${itemName(form, item.no)}`}
                meta={markedWords(item)}
                points={`${pointsText(item.selfScore)} → ${pointsText(item.score ?? item.selfScore)}分`}
                verb="看"
              />
            ))}
          </Rows>
        ) : marks.own === 0 && hidden.length > 0 ? null : (
          <p className="after-rule">{hidden.length === 0 ? '看过的都与自查一样。' : '自己看过的都与自查一样。'}</p>
        )}
        {hidden.length === 0 ? null : (
          <p className="note">
            另有{hidden.length}条是{[...new Set(hidden.flatMap(({ marked = [] }) => marked.map(({ name }) => name)))].join('、')}看的，打的分在检查完成后列在这里。
          </p>
        )}
      </Section>
      {running ? (
        <FrameBar>
          <p className="small">
            {waiting > 0
              ? `${waiting}条还存在本机，上传后再完成检查。`
              : disputed.length > 0
              ? `先商定两人不同的${disputed.length}条，再完成检查。`
              : open.length > 0
                ? `还有${open.length}条谁都没有看。`
                : '完成后，书记签字，局里定稿。'}
          </p>
          {disputed.length > 0 || waiting > 0 ? null : (
            <button type="button" className="button primary" onClick={() => (open.length > 0 ? setAsking(true) : finish())}>
              {move.isPending
                ? '正在完成'
                : `检查完成${total === null ? '' : `，${total}`}`}
            </button>
          )}
        </FrameBar>
      ) : null}
      {asking ? (
        <Question
          question={`还有${open.length}条谁都没有看，现在完成检查？`}
          meaning="这几条的检查得分会空着，要局里重新打开才能补。"
          act="完成检查"
          keep="接着看"
          onAct={finish}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}
