import { Link } from 'react-router'
import { evidenceZipAddress, paperAddress } from '../../../../api/documents.ts'
import type { Place } from '../../../../api/names.ts'
import { placePath } from '../../../../api/names.ts'
import './papers.css'

/** The year's papers, each one tap away at an address of its own. */
export const TakeAlong = ({ place }: { readonly place: Place }) => (
  <nav aria-label="带走的材料">
    <a href={paperAddress(place, 'evidence-index', 'pdf')}>佐证材料目录</a>
    <a href={paperAddress(place, 'ledger', 'docx')}>活动记录册</a>
    <a href={evidenceZipAddress(place)}>材料打包</a>
    <Link to={`${placePath(place)}/papers`}>其他格式、日历</Link>
  </nav>
)
