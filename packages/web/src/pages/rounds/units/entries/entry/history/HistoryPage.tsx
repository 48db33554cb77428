import { useParams } from 'react-router'
import { useAssessment } from '../../../../../../api/assessment.ts'
import { useEntryHistory } from '../../../../../../api/entry-history.ts'
import { placePath } from '../../../../../../api/names.ts'
import { instantWords } from '../../../../../../ui/day-words.ts'
import { StandingNotice } from '../../../../../StandingNotice.tsx'
import { ColumnFrame } from '../../../../../../ui/Frame.tsx'
import { Pairs } from '../../../../../../ui/Row.tsx'
import { Section } from '../../../../../../ui/Section.tsx'
import { Awaited } from '../../../../../../ui/states.tsx'
import { TaskBar } from '../../../../../../ui/TopBar.tsx'
import { usePlace } from '../../../../../place.ts'
import { useSignedIn } from '../../../../../SignedIn.tsx'
import { actWords, linesOf } from './history-words.ts'

/** Who wrote a record and what it said before, newest first. */
export const HistoryPage = () => {
  const place = usePlace()
  const { entry: id = '' } = useParams()
  const history = useEntryHistory(place, id)
  const here = placePath(place)
  const assessment = useAssessment(place)
  const { user } = useSignedIn()
  return (
    <ColumnFrame
      top={
        <TaskBar
          back={history.data?.deleted === true ? `${here}/deleted-entries` : `${here}/entries/${id}`}
          backWord={history.data?.deleted === true ? '已删除' : '记录'}
          title="改过什么"
          aside={user.unit === place.unit ? undefined : assessment.data?.unit.name}
        />
      }
      notice={<StandingNotice brief />}
    >
      <title>改过什么 · 自查通</title>
      <h1 className="unseen">改过什么</h1>
      <Awaited query={history}>
        {({ items, deleted }) => (
          <>
            {deleted ? <p className="field">这条记录已经删除，30天内可以找回。</p> : null}
            {items.map((version, index) => {
              const lines = linesOf(version, items[index + 1])
              return (
                <Section key={version.version} title={actWords(version)} aside={<span className="small grey nw">{instantWords(version.at)}</span>}>
                  {lines.length === 0 ? null : (
                    <Pairs
                      pairs={lines.map((line) => [
                        line.name,
                        line.was === undefined ? (
                          line.now
                        ) : (
                          <>
                            {line.now}
                            <span className="small grey">（原来：{line.was}）</span>
                          </>
                        ),
                      ])}
                    />
                  )}
                </Section>
              )
            })}
          </>
        )}
      </Awaited>
    </ColumnFrame>
  )
}
