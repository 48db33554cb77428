import { useAssessment } from '../../../../api/assessment.ts'
import type { Unit } from '../../../../api/contract.ts'
import { pointsText } from '../../../../ui/Mark.tsx'
import { Pairs } from '../../../../ui/Row.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited } from '../../../../ui/states.tsx'
import { usePlace } from '../../../place.ts'
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

const ownershipNames: { readonly [O in NonNullable<Unit['ownership']>]: string } = { public: '公办', private: '民办' }

const stageNames: { readonly [S in NonNullable<Unit['stages']>[number]]: string } = {
  kindergarten: '幼儿园',
  primary: '小学',
  junior: '初中',
  senior: '高中',
  vocational: '中职',
}

const organizationNames: { readonly [O in NonNullable<Unit['partyOrganization']>]: string } = {
  branch: '党支部',
  general_branch: '党总支',
  committee: '党委',
  joint: '联合党支部',
  none: '没有党组织',
}
