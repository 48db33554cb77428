import { useAssessment } from '../../../../api/assessment.ts'
import { placePath } from '../../../../api/names.ts'
import { TaskBar } from '../../../../ui/TopBar.tsx'
import { usePlace } from '../../../place.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { StandingNotice } from '../../../StandingNotice.tsx'
import { DownloadLinks } from './DownloadLinks.tsx'
import { PrintedPages } from './PrintedPages.tsx'
import '../../../../ui/office.css'

/** The official table filled, as it prints: look first, then take it along. */
export const DocumentPage = () => {
  const place = usePlace()
  const { role } = useSignedIn().user
  const assessment = useAssessment(place)
  const back = role === 'inspector' ? `${placePath(place)}/inspect/summary` : placePath(place)
  return (
    <div className="frame">
      <title>打印预览 · 自查通</title>
      <TaskBar back={back} title="打印预览" aside={assessment.data?.unit.name} />
      <StandingNotice />
      <main id="main" tabIndex={-1} className="whole">
        <h1 className="unseen">打印预览</h1>
        <p className="take-out small">
          <DownloadLinks place={place} />
          <span className="downloads">
            <button type="button" className="tap start" onClick={() => print()}>
              打印
            </button>
          </span>
          <span className="note">在微信里存不下来时：点右上角“…”，选在浏览器打开。</span>
        </p>
        <PrintedPages place={place} />
      </main>
    </div>
  )
}
