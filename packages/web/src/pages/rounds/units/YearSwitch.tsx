import { useLocation, useNavigate } from 'react-router'
import { placePath } from '../../../api/names.ts'
import { roundWords } from '../../home-round.ts'
import { usePlace } from '../../place.ts'
import { useSignedIn } from '../../SignedIn.tsx'

/** The year at hand; where the school has several rounds, the way to the others, to the same page of theirs. Without `year` nothing where there is no choice. */
export const YearSwitch = ({ year }: { readonly year: number | undefined }) => {
  const place = usePlace()
  const { user, rounds } = useSignedIn()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  if (user.unit !== place.unit || rounds.length < 2 || !rounds.some(({ id }) => id === place.round)) {
    return year === undefined ? null : <span className="grey">{year}年度</span>
  }
  return (
    <select
      className="year"
      aria-label="换年度"
      value={place.round}
      onChange={(event) => void navigate(placePath({ ...place, round: event.target.value }) + samePage(pathname))}
    >
      {rounds.map((round) => (
        <option key={round.id} value={round.id}>
          {roundWords(round, rounds)}
        </option>
      ))}
    </select>
  )
}

/** A page that every round has keeps its name; one about a single thing gives way to the first page. */
const samePage = (pathname: string): string => /^\/rounds\/[^/]+\/units\/[^/]+(\/[a-z-]+)$/u.exec(pathname)?.[1] ?? ''
