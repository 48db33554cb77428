import { Link, useSearchParams } from 'react-router'
import type { YearComparison } from '../../../../api/contract.ts'
import { placePath } from '../../../../api/names.ts'
import { useYearComparison } from '../../../../api/year-comparison.ts'
import { ChoiceChips } from '../../../../ui/Chips.tsx'
import { Decimal, pointsText } from '../../../../ui/Mark.tsx'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { TableHead } from '../../../../ui/TableHead.tsx'
import { usePlace } from '../../../place.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { UnitFrame } from '../UnitFrame.tsx'
import '../../../../ui/office.css'
import './years.css'

/** 年度对比: one school, this year against another, item by item; never against other schools. */
export const YearsPage = () => {
  const place = usePlace()
  const { rounds } = useSignedIn()
  const [params, setParams] = useSearchParams()
  const year = rounds.find((round) => round.id === place.round)?.year
  const others = rounds.filter((round) => round.id !== place.round)
  const other = params.get('with') ?? (others.find((round) => year !== undefined && round.year < year) ?? others[0])?.id
  return (
    <UnitFrame title="年度对比">
      <div className="head">
        <div>
          <h1>年度对比</h1>
          <p>只和自己的往年比，不和别的学校比。</p>
        </div>
      </div>
      {other === undefined ? (
        <Empty
          title="还没有可以比的年度"
          action={
            <Link className="button" to={`${placePath(place)}/sheet`}>
              看今年自查表
            </Link>
          }
        >
          有了第二个年度，就能逐条看出哪里多了、哪里少了。
        </Empty>
      ) : (
        <>
          {others.length < 2 ? null : (
            <div className="filters">
              <ChoiceChips
                name="with"
                even={false}
                choices={others.map((round) => ({ value: round.id, label: `${round.year}年度` }))}
                value={other}
                onChoose={(id) => setParams({ with: id }, { replace: true })}
              />
            </div>
          )}
          <Compared key={other} other={other} />
        </>
      )}
    </UnitFrame>
  )
}

const Compared = ({ other }: { readonly other: string }) => {
  const comparison = useYearComparison(usePlace(), other)
  return (
    <Awaited query={comparison}>
      {({ now, before, sameForm, items }) => (
        <>
          <p className="field years-sum">
            <YearSum {...now} />；
            <YearSum {...before} />。
            {sameForm ? '' : '两年的表不一样，只比说法相同的条目。'}
          </p>
          <div className="wide-table">
            <table className="grid years">
              <TableHead
                columns={[
                  { name: '条目' },
                  { name: '满分', right: true, className: 'drop-third' },
                  { name: `${before.year}`, right: true },
                  { name: `${now.year}`, right: true },
                  { name: '差', right: true },
                  { name: '记录', right: true, className: 'drop-third' },
                ]}
              />
              <tbody>
                {items.map((item) => (
                  <YearRow key={item.no} item={item} now={now.begun} before={before.begun} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Awaited>
  )
}

const YearSum = ({ year, begun, total, entries }: YearComparison['now']) =>
  begun ? (
    <>
      {year}年度<b>{pointsText(total)}</b>分，{entries}条记录
    </>
  ) : (
    `${year}年度还没有开始`
  )

/** `now` and `before`: whether those years have begun; one that has not shows no marks. */
const YearRow = ({ item, now, before }: { readonly item: YearComparison['items'][number]; readonly now: boolean; readonly before: boolean }) => (
  <tr>
    <th scope="row">
      <span className="grey">第{item.no}条</span>　{item.duty.replace(/（[\d.]+分）$/u, '')}
    </th>
    <td className="right drop-third grey">{pointsText(item.max)}</td>
    <td className="right">{item.before === null ? <span className="grey nw">没有这条</span> : before ? <Decimal value={item.before} /> : ''}</td>
    <td className="right">{now ? <Decimal value={item.now} /> : ''}</td>
    <td className="right">
      {now && item.difference === null && item.before !== null && item.now < item.before ? (
        <span className="grey nw">还没完</span>
      ) : item.difference === null || item.difference === 0 ? (
        ''
      ) : item.difference < 0 ? (
        <b className="miss nw">少{pointsText(-item.difference)}</b>
      ) : (
        <b className="nw">多{pointsText(item.difference)}</b>
      )}
    </td>
    <td className="right drop-third grey nw">
      {item.entriesBefore === null ? '' : `${item.entriesBefore}→`}
      {item.entriesNow}条
    </td>
  </tr>
)
