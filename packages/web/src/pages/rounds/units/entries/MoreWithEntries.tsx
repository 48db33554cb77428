import { Link } from 'react-router'

/** What is seldom done with the year's records, under the list. `here` is the unit's own address. */
export const MoreWithEntries = ({ here, writes }: { readonly here: string; readonly writes: boolean }) =>
  writes ? (
    <nav className="more-with" aria-label="记录的其他事">
      <Link to={`${here}/requests`}>请同事补</Link>
    </nav>
  ) : null
