import type { ReactNode } from 'react'
import { Frame } from '../ui/Frame.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { officeLinks } from './page-links.ts'
import { useSignedIn } from './SignedIn.tsx'
import { StandingNotice } from './StandingNotice.tsx'
import '../ui/office.css'

/** Around the pages that are about many units: of the bureau, the city, the administrator and the inspector. */
export const OfficeFrame = (props: {
  readonly title: string
  readonly said?: ReactNode
  readonly round?: string
  readonly children: ReactNode
}) => {
  const session = useSignedIn()
  return (
    <Frame
      top={<TopBar title={<b>{session.unitName}</b>} me />}
      links={officeLinks(session, props.round)}
      notice={<StandingNotice />}
      said={props.said}
    >
      <title>{`${props.title} · 自查通`}</title>
      {props.children}
    </Frame>
  )
}
