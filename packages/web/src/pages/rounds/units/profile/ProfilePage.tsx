import { useAssessment } from '../../../../api/assessment.ts'
import { pointsText } from '../../../../ui/Mark.tsx'
import { Pairs } from '../../../../ui/Row.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited } from '../../../../ui/states.tsx'
import { usePlace } from '../../../place.ts'
import { organizationNames, ownershipNames, stageNames } from '../../../units/unit-words.ts'
import { UnitFrame } from '../UnitFrame.tsx'

/** What the table knows of the unit: read here, kept by the bureau, so that all schools are asked alike. */
export const ProfilePage = () => {
  const assessment = useAssessment(usePlace())
  return (
    <UnitFrame title="单位资料">
      <div className="head">
        <div>
          <h1>单位资料</h1>
          <p>有几条按这些数字提示或免问。只记数目和类别，不记人。</p>
        </div>
      </div>
      <Awaited query={assessment}>
        {({ unit, bureauName, figures, year }) => (
          <>
            <Section title="学校">
              <Pairs
                pairs={[
                  ['名称', unit.name],
                  ['代码', unit.code],
                  ['主管', bureauName],
                  ['办学性质', unit.ownership === undefined ? '还没有填' : ownershipNames[unit.ownership]],
                  ['学段', unit.stages === undefined || unit.stages.length === 0 ? '还没有填' : unit.stages.map((stage) => stageNames[stage]).join('、')],
                ]}
              />
            </Section>
            <Section title="党组织">
              <Pairs
                pairs={[
                  ['设置', unit.partyOrganization === undefined ? '还没有填' : organizationNames[unit.partyOrganization]],
                  ['正式党员', counted(unit.members, '人')],
                  ['党小组', counted(unit.partyGroups, '个')],
                  ['离退休党员教师党组织', unit.retiredOrganization === undefined ? '还没有填' : unit.retiredOrganization ? '有' : '没有'],
                ]}
              />
            </Section>
            <Section title={`${year}年度`}>
              <Pairs pairs={[['党建工作经费', figures.budget === undefined ? '还没有填' : `${pointsText(figures.budget)}元`]]} />
            </Section>
            <p className="field small grey">哪一项不对，请告诉{bureauName}办公室，由局里改。</p>
          </>
        )}
      </Awaited>
    </UnitFrame>
  )
}

const counted = (count: number | undefined, unit: string): string => (count === undefined ? '还没有填' : `${count}${unit}`)
