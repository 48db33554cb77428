import { joinOriginals, listGaps, sayGap } from '@zicha/core'
import type { VisitGap } from '@zicha/core'
import { inspectionPaperAddress } from '../../../../api/documents.ts'
import { useGroups } from '../../../../api/groups.ts'
import { placePath } from '../../../../api/names.ts'
import { Row, Rows } from '../../../../ui/Row.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { useOnline } from '../../../../ui/use-online.ts'
import { Awaited } from '../../../../ui/states.tsx'
import { usePlace } from '../../../place.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { UnitFrame } from '../UnitFrame.tsx'
import { ownItems } from './items-to-see.ts'
import { useInspecting } from './use-inspecting.ts'
import type { Inspecting } from './use-inspecting.ts'
import '../../../../ui/office.css'
import './inspect.css'

/** 缺口清单: what was not found before the visit, duty by duty, the own ones first; to be printed, or gone through on site. */
export const GapsPage = () => {
  const inspecting = useInspecting(usePlace())
  return (
    <UnitFrame title="缺口清单">
      <Awaited query={inspecting}>{(data) => <Gaps data={data} />}</Awaited>
    </UnitFrame>
  )
}

const Gaps = ({ data }: { readonly data: Inspecting }) => {
  const place = usePlace()
  const { user } = useSignedIn()
  const online = useOnline()
  const own = ownItems(useGroups(place.round).data, data, { unit: place.unit, username: user.username })
  const gaps = gapsOf(data)
  const isOwn = (no: number) => own.size === 0 || own.has(no)
  const sections = [...data.form.sections].toSorted((a, b) => Number(b.items.some(isOwn)) - Number(a.items.some(isOwn)))
  const ownSections = own.size === 0 ? [] : data.form.sections.filter(({ items }) => items.some((no) => own.has(no))).map(({ no }) => no)
  const print = (kind: 'sheet' | 'gaps', of: readonly number[], words: string) => (
    <a className="button" href={inspectionPaperAddress(place, kind, of)} target="_blank" rel="noreferrer">
      {words}
    </a>
  )
  const lacking = gaps.filter(({ kind }) => kind !== 'original')
  const originals = joinOriginals(gaps)
  return (
    <>
      <div className="head">
        <div>
          <h1>{lacking.length === 0 ? '没有缺口' : `${lacking.length}处要问的`}</h1>
          <p>去之前就知道缺什么，到了直接问。有记录、原件在学校的，列在后面。</p>
        </div>
        {online ? (
          <div className="acts">
            {print('gaps', [], '打印缺口清单')}
            {print('sheet', [], '打印检查表')}
            {ownSections.length === 0 ? null : print('sheet', ownSections, '打印我的责任')}
          </div>
        ) : (
          <p className="small grey">打印要联网</p>
        )}
      </div>
      {sections.map((section) => {
        const here = lacking.filter(({ no }) => section.items.includes(no))
        return here.length === 0 ? null : (
          <Section key={section.no} title={`${section.no}　${section.name}`} count={here.length}>
            <Rows>
              {here.map((gap, index) => (
                <Row key={index} to={`${placePath(place)}/inspect/${gap.no}`} title={gap.what} meta={`第${gap.no}条，${sayGap(gap.kind)}`} verb="去看" />
              ))}
            </Rows>
          </Section>
        )
      })}
      {originals.length === 0 ? null : (
        <details className="section originals">
          <summary>
            要看的原件<span className="count">{originals.length}件</span>
          </summary>
          <Rows>
            {originals.map(({ what, items }) => (
              <Row key={what} title={what} meta={`第${items.join('、')}条`} />
            ))}
          </Rows>
        </details>
      )}
    </>
  )
}

const gapsOf = ({ form, unit, facts, score, records }: Inspecting): readonly VisitGap[] =>
  listGaps({
    form,
    unit,
    answered: facts.facts,
    criteria: score.criteria.map((one) => ({ ...one, overridden: one.override !== undefined })),
    records: records.map(({ id, title, happenedOn, evidence = [], missing }) => ({
      id,
      title,
      happenedOn,
      files: evidence.filter((one) => 'sha256' in one).length,
      missing: missing.length,
      references: evidence.flatMap((one) => ('sha256' in one ? [] : [`${one.reference}${one.place === undefined ? '' : `，放在${one.place}`}`])),
    })),
  })
