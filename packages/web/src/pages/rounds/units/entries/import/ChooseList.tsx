import { useNavigate } from 'react-router'
import { handList } from '../../../../handed-list.ts'

/** On the page of records: choosing an old list leads to what its rows would become. `here` is the unit's own address. */
export const ChooseList = ({ here }: { readonly here: string }) => {
  const navigate = useNavigate()
  return (
    <label>
      <input
        type="file"
        className="unseen"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file !== undefined) void navigate(`${here}/entries/import`, { state: handList(file) })
        }}
      />
      导入旧记录
    </label>
  )
}
