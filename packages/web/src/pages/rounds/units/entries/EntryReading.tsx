import { sayDay } from '@zicha/core'
import type { Form } from '@zicha/core'
import { Link } from 'react-router'
import type { LedgerEntry } from '../../../../api/contract.ts'
import { evidenceAddress } from '../../../../api/documents.ts'
import type { Place } from '../../../../api/names.ts'
import { placePath } from '../../../../api/names.ts'
import { useNameOf } from '../../../../api/people.ts'
import { StoredThumb } from '../../../../evidence/Thumb.tsx'
import { instantWords } from '../../../../ui/day-words.ts'
import { Pairs } from '../../../../ui/Row.tsx'
import { Section } from '../../../../ui/Section.tsx'
import './entry-form.css'

/** A record as it stands, for whoever may not change it. */
export const EntryReading = ({ place, form, entry }: { readonly place: Place; readonly form: Form; readonly entry: LedgerEntry }) => {
  const evidence = entry.evidence ?? []
  const nameOf = useNameOf()
  return (
    <>
      <div className="lead">
        <h2>{entry.title}</h2>
        <p>
          {sayDay(entry.happenedOn)}
          {entry.late ? '，补录' : ''}
        </p>
      </div>
      <Section title="内容">
        <Pairs
          pairs={[
            ['算作', entry.countsAs.join('、')],
            ...(entry.people === undefined ? [] : [['参加人数', `${entry.people}人`] as const]),
            ...(entry.note === undefined ? [] : [['说明', entry.note] as const]),
            [
              '记录',
              <>
                {nameOf(entry.recordedBy)}，{instantWords(entry.recordedAt)}
                {entry.version === 1 ? null : (
                  <>
                    ，<Link to={`${placePath(place)}/entries/${entry.id}/history`}>看改过什么</Link>
                  </>
                )}
              </>,
            ],
          ]}
        />
      </Section>
      <Section title="计入" count={entry.feeds.length}>
        <ul className="rows">
          {entry.feeds.map((id) => {
            const criterion = form.criteria.find((one) => one.id === id)
            return (
              <li key={id} className="row still">
                <span className="what">
                  <span className="title">{criterion?.title ?? id}</span>
                </span>
                <span className="points grey">第{id.split('.')[0]}条</span>
              </li>
            )
          })}
        </ul>
      </Section>
      {evidence.length === 0 ? null : (
        <Section title="材料" count={evidence.length}>
          <ul className="rows evidence">
            {evidence.map((one, index) => (
              <li key={'sha256' in one ? one.sha256 : index} className="piece">
                {'sha256' in one && entry.removed?.includes(one.sha256) === true ? (
                  <>
                    <span className="thumb" aria-hidden="true">
                      件
                    </span>
                    <span className="grey">第{index + 1}件，照片已按保存期限删除</span>
                  </>
                ) : 'sha256' in one ? (
                  <>
                    <StoredThumb address={evidenceAddress(place, one.sha256)} word="件" />
                    <a href={evidenceAddress(place, one.sha256)}>第{index + 1}件</a>
                  </>
                ) : (
                  <>
                    <span className="thumb" aria-hidden="true">
                      册
                    </span>
                    <span>
                      <span className="title">{one.reference}</span>
                      {one.place === undefined ? null : <span className="meta">放在{one.place}</span>}
                    </span>
                  </>
                )}
                <span />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
