import { useAudit } from '../../api/audit.ts'
import { usePeople } from '../../api/people.ts'
import { useUnits } from '../../api/units.ts'
import { Awaited, Empty } from '../../ui/states.tsx'
import { TableHead } from '../../ui/TableHead.tsx'
import { dayOf, dayWords, today } from '../../ui/day-words.ts'
import { OfficeFrame } from '../OfficeFrame.tsx'
import { aboutTarget, sayAction } from './audit-words.ts'

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** The record book: who did what, newest first. It cannot be changed; each line is sealed with the one before. */
export const AuditPage = () => {
  const audit = useAudit()
  const people = usePeople()
  const units = useUnits()
  const nameOf = (username: string) => people.data?.find((one) => one.username === username)?.name ?? username
  const unitOf = (code: string) => units.data?.find((one) => one.code === code)?.name ?? code
  const year = Number(today().slice(0, 4))
  return (
    <OfficeFrame title="记录簿">
      <div className="head">
        <div>
          <h1>记录簿</h1>
          <p>谁在什么时候做了什么，最近的在前。只能看，不能改；每一行都和上一行封在一起。</p>
        </div>
      </div>
      <Awaited query={audit}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          if (rows.length === 0) return <Empty title="还没有记录">做了第一件事以后，会记在这里。</Empty>
          return (
            <>
              <div className="wide-table audit">
                <table className="grid">
                  <TableHead
                    columns={[
                      { name: '序号', right: true, className: 'drop-third' },
                      { name: '时间' },
                      { name: '谁', className: 'drop-large' },
                      { name: '做了什么' },
                      { name: '对谁' },
                      { name: '封号', className: 'drop-first' },
                    ]}
                  />
                  <tbody>
                    {rows.map((row) => {
                      const about = aboutTarget(row.target)
                      const at = new Date(row.at)
                      const who = about.giver === null ? nameOf(row.actor) : `${nameOf(row.actor)}，代${about.giver}传`
                      return (
                        <tr key={row.seq}>
                          <td className="right drop-third grey">{row.seq}</td>
                          <td>
                            <span className="nw">{dayWords(dayOf(at), year)}</span> <span className="nw">{clock.format(at)}</span>
                          </td>
                          <td className="nw drop-large">{who}</td>
                          <td>
                            <span className="under-large">{who}</span>
                            {sayAction(row.action)}
                          </td>
                          <td>
                            {[
                              about.unit === null ? '' : unitOf(about.unit),
                              about.person === null ? '' : nameOf(about.person),
                              about.item === null ? '' : `第${about.item}条`,
                              about.unit === null && about.person === null ? (about.round ?? '') : '',
                            ]
                              .filter((one) => one !== '')
                              .join('，')}
                          </td>
                          <td className="drop-first grey">{row.hash.slice(0, 8)}</td>
                        </tr>
                      )
                    })}
                  </tbody>
                </table>
              </div>
              {audit.hasNextPage ? (
                <div className="field">
                  <button type="button" className="button" onClick={() => void audit.fetchNextPage()}>
                    {audit.isFetchingNextPage ? '正在取' : '看更早的'}
                  </button>
                </div>
              ) : null}
            </>
          )
        }}
      </Awaited>
    </OfficeFrame>
  )
}
