import type { Holiday } from '@zicha/core'

/** Days without school, one a row: what it is, the first day, the last day. */
export const Holidays = (props: { readonly holidays: readonly Holiday[]; readonly onChange: (holidays: readonly Holiday[]) => void }) => {
  const { holidays, onChange } = props
  const change = (at: number, part: Partial<Holiday>) =>
    onChange(holidays.map((holiday, index) => (index === at ? { ...holiday, ...part } : holiday)))
  return (
    <fieldset className="field">
      <legend>假期</legend>
      <p className="hint">寒假、暑假和节假日。分配检查时跳过这些天。</p>
      <ul className="holidays">
        {holidays.map((holiday, index) => (
          <li key={index}>
            <input
              id={`holiday-${index}`}
              className="input"
              aria-label={`第${index + 1}个假期叫什么`}
              placeholder="如 国庆"
              maxLength={40}
              value={holiday.name}
              onChange={(event) => change(index, { name: event.target.value })}
            />
            <input
              className="input"
              type="date"
              aria-label={`第${index + 1}个假期从哪天起`}
              value={holiday.from}
              onChange={(event) => change(index, { from: event.target.value })}
            />
            <input
              className="input"
              type="date"
              aria-label={`第${index + 1}个假期到哪天止`}
              value={holiday.to}
              onChange={(event) => change(index, { to: event.target.value })}
            />
            <button type="button" className="tap end" aria-label={`去掉第${index + 1}个假期`} onClick={() => onChange(holidays.filter((_, at) => at !== index))}>
              去掉
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={() => onChange([...holidays, { name: '', from: '', to: '' }])}>
        加一个假期
      </button>
    </fieldset>
  )
}
