import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { documentAddress, paperAddress } from '../../../../api/documents.ts'
import { placePath } from '../../../../api/names.ts'
import { Section } from '../../../../ui/Section.tsx'
import { useOnline } from '../../../../ui/use-online.ts'
import { LongWork } from '../../../LongWork.tsx'
import { useSignedIn } from '../../../SignedIn.tsx'
import { usePlace } from '../../../place.ts'
import { UnitFrame } from '../UnitFrame.tsx'
import { CalendarLink } from './CalendarLink.tsx'
import { EvidenceByItem } from './EvidenceByItem.tsx'
import './papers.css'

const formats = [
  { format: 'docx', name: 'Word' },
  { format: 'pdf', name: 'PDF' },
  { format: 'xlsx', name: 'Excel' },
] as const

/** Everything that goes out on paper or as a file, at real addresses: the browser inside WeChat drops made-up ones. */
export const PapersPage = () => {
  const place = usePlace()
  const { role } = useSignedIn().user
  return (
    <UnitFrame title="带走的材料">
      <div className="head">
        <div>
          <h1>带走的材料</h1>
          <p>在微信里点开后，按右上角…选在浏览器打开，再保存。</p>
        </div>
      </div>
      <Section title="文件">
        <ul className="rows">
          <Paper name="自查表" what="局里的原表，分数和依据都填好">
            <Formats address={(format) => documentAddress(place, format)} name="自查表" />
          </Paper>
          <Paper name="活动记录册" what="全年记录，先按月，再按条">
            <Formats address={(format) => paperAddress(place, 'ledger', format)} name="活动记录册" />
          </Paper>
          <Paper name="佐证材料目录" what="每条有哪些记录，原件放在哪里">
            <Formats address={(format) => paperAddress(place, 'evidence-index', format)} name="佐证材料目录" />
          </Paper>
          <EvidenceByItem place={place} />
        </ul>
      </Section>
      {role === 'inspector' ? null : (
        <Section
          title="能核验的材料包"
          say="自查表、全年记录和佐证材料，检查做完后还有两方签字的反馈表、现场照片、异议决定和整改，连同校验清单。不联网也能核对有没有改动过，检查或移交时用。"
        >
          <LongWork kind="evidence-pack" round={place.round} unit={place.unit} path={`${placePath(place)}/evidence-pack`} verb="做材料包" />
        </Section>
      )}
      <Section title="和往年比">
        <p className="after-rule">
          <Link to={`${placePath(place)}/years`}>年度对比</Link>
        </p>
      </Section>
      <CalendarLink place={place} />
    </UnitFrame>
  )
}

const Paper = ({ name, what, children }: { readonly name: string; readonly what: string; readonly children: ReactNode }) => (
  <li className="paper-row">
    <span>
      {name}
      <span className="small grey">　{what}</span>
    </span>
    <span className="formats">{children}</span>
  </li>
)

const Formats = ({ address, name }: { readonly address: (format: 'docx' | 'pdf' | 'xlsx') => string; readonly name: string }) =>
  useOnline() ? (
    formats.map((one) => (
      <a key={one.format} className="button" href={address(one.format)} aria-label={`${name}，${one.name}`}>
        {one.name}
      </a>
    ))
  ) : (
    <span className="note">要有网络，现在没有</span>
  )
