import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { useAssessment } from '../../../api/assessment.ts'
import { placePath } from '../../../api/names.ts'
import { Frame } from '../../../ui/Frame.tsx'
import type { PageLinks } from '../../../ui/Frame.tsx'
import { TopBar } from '../../../ui/TopBar.tsx'
import { unitLinks } from '../../page-links.ts'
import { usePlace } from '../../place.ts'
import { useSignedIn } from '../../SignedIn.tsx'
import { StandingNotice } from '../../StandingNotice.tsx'
import { YearSwitch } from './YearSwitch.tsx'

/** Around the pages of one unit's assessment. Whoever looks after many schools reads above each page which one it is. */
export const UnitFrame = ({ title, said, children }: { readonly title: string; readonly said?: ReactNode; readonly children: ReactNode }) => {
  const session = useSignedIn()
  const place = usePlace()
  const assessment = useAssessment(place)
  const { pathname } = useLocation()
  const unitName = assessment.data?.unit.name ?? (session.user.unit === place.unit ? session.unitName : '')
  // The unit's own first page has the name as its heading.
  const isVisited = session.user.unit !== place.unit && pathname !== placePath(place)
  return (
    <Frame
      top={
        <TopBar
          title={<b>{unitName}</b>}
          aside={<YearSwitch year={assessment.data?.year} />}
          me
        />
      }
      links={assessment.data?.editable === false ? readOnly(unitLinks(session, place)) : unitLinks(session, place)}
      aboveLinks={<YearSwitch year={undefined} />}
      notice={<StandingNotice />}
      said={said}
    >
      <title>{`${title} · ${unitName} · 自查通`}</title>
      {isVisited && unitName !== '' ? (
        <p className="of-unit">
          <b>{unitName}</b>
          {assessment.data === undefined ? null : <span className="grey">{assessment.data.year}年度</span>}
        </p>
      ) : null}
      {children}
    </Frame>
  )
}

/** While the table is out of the school's hands its one main act is not offered. */
const readOnly = (links: PageLinks): PageLinks =>
  links.tabs === undefined ? links : { ...links, tabs: { links: links.tabs.links } }
