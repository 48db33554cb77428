import { Link } from 'react-router'
import type { RectificationList } from '../../../../api/contract.ts'
import { rectificationNoticeAddress } from '../../../../api/documents.ts'
import { placePath } from '../../../../api/names.ts'
import { useRectifications } from '../../../../api/rectifications.ts'
import { CopiedText } from '../../../../ui/Said.tsx'
import { FileLink } from '../../../../ui/FileLink.tsx'
import { Row, Rows } from '../../../../ui/Row.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { today } from '../../../../ui/day-words.ts'
import { useCopied } from '../../../../ui/use-copied.ts'
import { usePlace } from '../../../place.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { UnitFrame } from '../UnitFrame.tsx'
import { noticeText, rectificationStanding } from './rectification-words.ts'
import '../../../../ui/office.css'

/** 整改: what one school has to put right, for the school, its inspectors and the bureau. */
export const RectificationsPage = () => {
  const place = usePlace()
  const rectifications = useRectifications(place)
  const [copied, copy, forget] = useCopied()
  return (
    <UnitFrame
      title="整改"
      said={
        <CopiedText copied={copied} onClose={forget}>
          到微信里发给学校就行。
        </CopiedText>
      }
    >
      <Awaited query={rectifications}>{(list) => <Rectifications list={list} onCopy={(text) => void copy(text)} />}</Awaited>
    </UnitFrame>
  )
}

const Rectifications = ({ list, onCopy }: { readonly list: RectificationList; readonly onCopy: (text: string) => void }) => {
  const place = usePlace()
  const here = placePath(place)
  const session = useSignedIn()
  const open = list.items.filter((one) => one.state !== 'accepted')
  const done = list.items.filter((one) => one.state === 'accepted')
  const writes = session.user.role === 'bureau' || session.user.role === 'inspector'
  const others = session.user.unit === place.unit ? session.rounds.filter((round) => round.id !== place.round) : []
  return (
    <>
      <div className="head">
        <div>
          <h1>{open.length === 0 ? '没有要整改的' : `${open.length}个问题要整改`}</h1>
          {done.length === 0 ? null : <p>{done.length}个已认可。</p>}
        </div>
        <div className="acts">
          {writes ? (
            <Link className="button" to={`${here}/rectifications/new`}>
              记问题
            </Link>
          ) : null}
          {open.length === 0 ? null : (
            <>
              {writes ? (
                <button type="button" className="button" onClick={() => onCopy(noticeText(open[0]?.unitName ?? '', open, `${location.origin}${here}/rectifications`))}>
                  复制通知文字
                </button>
              ) : null}
              <FileLink className="button" href={rectificationNoticeAddress(place, 'docx')}>
                整改通知Word
              </FileLink>
            </>
          )}
        </div>
      </div>
      {list.items.length === 0 ? <Empty title="还没有记问题">检查时记下要整改的问题，会出现在这里。</Empty> : null}
      {[
        { title: '在整改', rows: open },
        { title: '已认可', rows: done },
      ].map(({ title, rows }) =>
        rows.length === 0 ? null : (
          <Section key={title} title={title} count={rows.length}>
            <Rows>
              {rows.map((one) => (
                <Row
                  key={one.id}
                  to={`${here}/rectifications/${one.id}`}
                  title={`${one.no === null ? '' : `第${one.no}条　`}${one.problem}`}
                  meta={rectificationStanding(one, today())}
                  verb="看"
                />
              ))}
            </Rows>
          </Section>
        ),
      )}
      {others.length === 0 ? null : (
        <Section title="其他年度">
          <Rows>
            {others.map((round) => (
              <Row key={round.id} to={`${placePath({ round: round.id, unit: place.unit })}/rectifications`} title={`${round.year}年度整改过的`} verb="看" />
            ))}
          </Rows>
        </Section>
      )}
    </>
  )
}
