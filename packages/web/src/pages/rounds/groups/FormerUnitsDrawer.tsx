import { useState } from 'react'
import type { GroupsAnswer } from '../../../api/contract.ts'
import { useSaveFormerUnits } from '../../../api/groups.ts'
import { problemSentence, referenceOf } from '../../../api/problem.ts'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'

/** Where an inspector worked before: names of schools and nothing else. */
export const FormerUnitsDrawer = (props: {
  readonly inspector: GroupsAnswer['inspectors'][number]
  readonly units: GroupsAnswer['units']
  readonly onClose: () => void
}) => {
  const { inspector } = props
  const save = useSaveFormerUnits()
  const [chosen, setChosen] = useState<readonly string[]>(inspector.formerUnits)
  const [sought, setSought] = useState('')
  const shown = props.units.filter(({ code, name }) => `${name} ${code}`.includes(sought.trim()))
  const toggle = (code: string) =>
    setChosen(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code])
  return (
    <Drawer title={`${inspector.name}工作过的学校`} onClose={props.onClose}>
      <ErrorSummary
        faults={save.error === null ? [] : [{ message: problemSentence(save.error) }]}
        reference={save.error === null ? undefined : referenceOf(save.error)}
      />
      <div className="field">
        <p className="hint">只记学校，不记时间和岗位。本人所在的学校自动回避，不用选。</p>
        <input
          className="input"
          type="search"
          aria-label="找学校"
          placeholder="找学校或代码"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      </div>
      <ul className="rows former">
        {shown.map(({ code, name }) => (
          <li key={code}>
            <label className="check">
              <input
                type="checkbox"
                checked={chosen.includes(code) || code === inspector.unit}
                disabled={code === inspector.unit}
                onChange={() => toggle(code)}
              />
              <span>{name}</span>
            </label>
          </li>
        ))}
      </ul>
      <div className="field">
        <button
          type="button"
          className="button primary"
          onClick={() => save.mutate({ username: inspector.username, units: chosen }, { onSuccess: props.onClose })}
        >
          {save.isPending ? '正在存' : '保存'}
        </button>
      </div>
    </Drawer>
  )
}
