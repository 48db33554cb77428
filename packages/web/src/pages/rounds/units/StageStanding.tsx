import { documentAddress } from '../../../api/documents.ts'
import type { AssessmentAnswer } from '../../../api/contract.ts'
import type { Place } from '../../../api/names.ts'
import { placePath } from '../../../api/names.ts'
import { pointsText } from '../../../ui/Mark.tsx'
import { Row, Rows } from '../../../ui/Row.tsx'
import { Section } from '../../../ui/Section.tsx'
import { AfterInspection } from './AfterInspection.tsx'
import { FinalTotals } from './FinalTotals.tsx'
import { LastStep } from './LastStep.tsx'

/** How it stands once the table is out of the school's hands: what happened, what may still be read. */
export const StageStanding = ({ place, assessment }: { readonly place: Place; readonly assessment: AssessmentAnswer }) => {
  const here = placePath(place)
  const { snapshot } = assessment
  return (
    <>
      <section className="lead">
        <h1>{stageWords(assessment)}</h1>
        <p>
          <LastStep place={place} assessment={assessment} />
          {snapshot === undefined ? null : (
            <>
              {assessment.stage === 'submitted' || assessment.stage === 'inspecting' ? (
                <>
                  自查<span className="nw">{pointsText(snapshot.total)}分，</span>
                </>
              ) : (
                <FinalTotals place={place} />
              )}
              核验码<span className="nw">{snapshot.code}。</span>
            </>
          )}
          {assessment.stage === 'submitted' ? '退回前不能再改。' : '内容不能再改。'}
        </p>
      </section>
      <AfterInspection place={place} assessment={assessment} />
      <Section title="可以看的">
        <Rows>
          <Row to={`${here}/sheet`} title="自查表" meta="每一条的得分和理由" verb="看" />
          <Row to={`${here}/compare`} title="自查与检查" meta="检查打了分的，放在一起看" verb="看" />
          <Row to={`${here}/entries`} title="活动记录" meta="全年，按月" verb="看" />
        </Rows>
      </Section>
      <p className="take-along">
        <a href={documentAddress(place, 'docx')}>下载填好的Word表</a>
      </p>
    </>
  )
}

const stageWords = ({ stage, bureauName }: AssessmentAnswer): string => {
  switch (stage) {
    case 'draft':
    case 'returned':
      return '正在填写'
    case 'submitted':
      return `已提交${bureauName}`
    case 'inspecting':
      return '检查人正在检查'
    case 'inspected':
      return '检查完了，等双方签字'
    case 'signed':
      return '已签字，等局里定稿'
    case 'frozen':
      return '已定稿'
  }
}
