import { useNavigate } from 'react-router'
import { useUnits } from '../../api/units.ts'
import { Awaited } from '../../ui/states.tsx'
import { OfficeFrame } from '../OfficeFrame.tsx'
import { useSignedIn } from '../SignedIn.tsx'
import { newUnitDraft } from './unit-draft.ts'
import { UnitForm } from './UnitForm.tsx'
import './units.css'

export const NewUnitPage = () => {
  const { user } = useSignedIn()
  const units = useUnits()
  const navigate = useNavigate()
  return (
    <OfficeFrame title="加单位">
      <div className="head">
        <div>
          <h1>加单位</h1>
          <p>存好后接着加人。</p>
        </div>
      </div>
      <Awaited query={units}>
        {(all) => {
          const parents = all.filter(({ kind }) => kind !== 'school')
          return (
            <UnitForm
              start={newUnitDraft(user.role === 'admin' ? (parents.find(({ kind }) => kind === 'bureau')?.code ?? '') : user.unit)}
              parents={parents}
              kinds={user.role === 'admin' ? ['school', 'bureau', 'city'] : ['school', 'bureau']}
              onSaved={(unit) => void navigate(`/units/${encodeURIComponent(unit.code)}`)}
            />
          )
        }}
      </Awaited>
    </OfficeFrame>
  )
}
