import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ColumnFrame } from '../ui/Frame.tsx'
import { Awaited } from '../ui/states.tsx'
import { TopBar } from '../ui/TopBar.tsx'

/** What a whole page waits for: where it cannot be had, this is said with the surroundings of a page and the way home. */
export const AwaitedPage = <Data,>(props: { readonly query: Parameters<typeof Awaited<Data>>[0]['query']; readonly children: (data: Data) => ReactNode }) => {
  const { data, error } = props.query
  if (data !== undefined || error === null) return <Awaited {...props} />
  return (
    <ColumnFrame top={<TopBar title={<Link className="word" to="/">自查通</Link>} />}>
      <Awaited {...props} />
    </ColumnFrame>
  )
}
