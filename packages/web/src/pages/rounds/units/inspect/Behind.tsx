import { sayDay } from '@zicha/core'
import { useState } from 'react'
import { evidenceAddress, smallAddress } from '../../../../api/documents.ts'
import type { LedgerEntry } from '../../../../api/contract.ts'
import { keepAct } from '../../../../outbox/keep-act.ts'
import { useTakenPhoto } from '../../../../taken/use-taken.ts'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { usePlace } from '../../../place.ts'
import type { Inspecting } from './use-inspecting.ts'

type Item = Inspecting['inspection']['items'][number]

/** Records behind the mark, by month: photos as they were taken along, references as they stand, each ticked when its original was seen. */
export const Behind = (props: {
  readonly records: readonly LedgerEntry[]
  readonly item: Item
  readonly username: string
  readonly closed: boolean
}) => {
  const { records } = props
  const [all, setAll] = useState(false)
  if (records.length === 0) {
    return (
      <Section title="依据" count="没有活动记录">
        <p className="after-rule small grey">这一条由学校自己答的，请看原件。</p>
      </Section>
    )
  }
  const shown = all ? records : records.slice(0, 4)
  const seen = records.filter(({ id }) => props.item.seen.some(({ entry }) => entry === id)).length
  return (
    <Section title="依据" count={`${records.length}条${seen === 0 ? '' : `，看过原件${seen}条`}`}>
      <ul className="rows behind">
        {shown.map((record) => (
          <RecordRow key={record.id} record={record} item={props.item} username={props.username} closed={props.closed} />
        ))}
      </ul>
      {all || records.length <= shown.length ? null : (
        <button type="button" className="tap start" onClick={() => setAll(true)}>
          看全部{records.length}条
        </button>
      )}
    </Section>
  )
}

const RecordRow = (props: { readonly record: LedgerEntry; readonly item: Item; readonly username: string; readonly closed: boolean }) => {
  const { record, item } = props
  const place = usePlace()
  const evidence = record.evidence ?? []
  const files = evidence.flatMap((one) => ('sha256' in one ? [one.sha256] : []))
  const references = evidence.flatMap((one) => ('sha256' in one ? [] : [`${one.reference}${one.place === undefined ? '' : `，放在${one.place}`}`]))
  const seers = item.seen.filter(({ entry }) => entry === record.id)
  const mine = seers.some(({ by }) => by === props.username)
  const tick = () => void keepAct(place, { kind: 'seen', no: item.no, entry: record.id, title: record.title, seen: !mine })
  return (
    <li>
      <div className="record">
        <span>
          {sayDay(record.happenedOn)}　{record.title}
          {record.late ? <span className="grey">（补录）</span> : null}
        </span>
        {record.note === undefined || record.note === '' ? null : <span className="small grey">{record.note}</span>}
        {references.length === 0 ? null : <span className="small">{references.join('；')}</span>}
        {files.length === 0 && references.length === 0 ? <span className="small grey">没有附材料</span> : null}
      </div>
      {props.closed ? (
        seers.length === 0 ? null : <span className="small grey">看过原件</span>
      ) : (
        <label className={mine ? 'chip chosen' : 'chip'}>
          <input type="checkbox" checked={mine} onChange={tick} />
          已看原件
        </label>
      )}
      {files.length === 0 ? null : (
        <span className="shots">
          {files.map((sha256, index) => (
            <Shot key={sha256} sha256={sha256} standing={record.removed?.includes(sha256) === true ? 'removed' : record.missing.includes(sha256) ? 'missing' : 'there'} name={`${record.title}材料${index + 1}`} />
          ))}
        </span>
      )}
    </li>
  )
}

/** A photo small in its row, larger in a drawer; what is no photo opens by its address. */
const Shot = ({ sha256, standing, name }: { readonly sha256: string; readonly standing: 'there' | 'missing' | 'removed'; readonly name: string }) => {
  const place = usePlace()
  const address = useTakenPhoto(place, sha256, smallAddress(place, sha256))
  const [broken, setBroken] = useState(false)
  const [open, setOpen] = useState(false)
  if (standing === 'removed') return <span className="small grey">照片已按保存期限删除</span>
  if (standing === 'missing') return <span className="small miss">学校还没传上来</span>
  if (broken) {
    return (
      <a className="small" href={evidenceAddress(place, sha256)} target="_blank" rel="noreferrer">
        打开文件
      </a>
    )
  }
  return (
    <>
      <button type="button" className="shot" aria-label={`看大图：${name}`} onClick={() => setOpen(true)}>
        {address === undefined ? null : <img src={address} alt="" loading="lazy" onError={() => setBroken(true)} />}
      </button>
      {open && address !== undefined ? (
        <Drawer title={name} onClose={() => setOpen(false)}>
          <img className="whole-shot" src={address} alt={name} />
          <p className="small">
            <a href={evidenceAddress(place, sha256)} target="_blank" rel="noreferrer">
              下载原图
            </a>
          </p>
        </Drawer>
      ) : null}
    </>
  )
}
