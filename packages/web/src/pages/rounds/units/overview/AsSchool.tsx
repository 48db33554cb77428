import { Link } from 'react-router'
import { useAssessment } from '../../../../api/assessment.ts'
import { placePath } from '../../../../api/names.ts'
import { usePlace } from '../../../place.ts'
import { HomePage } from '../HomePage.tsx'
import './overview.css'

/** The school's own first page for whoever answers its telephone call: to be looked at, nothing in it can be pressed. */
export const AsSchool = () => {
  const place = usePlace()
  const assessment = useAssessment(place)
  return (
    <>
      <div className="as-school" role="status">
        <span>这是{assessment.data?.unit.name ?? '学校'}党务干部看到的首页，只读。</span>
        <Link className="tap" to={placePath(place)}>
          回到单位详情
        </Link>
      </div>
      <div inert>
        <HomePage />
      </div>
    </>
  )
}
