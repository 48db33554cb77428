import { Mark, pointsText } from '../../../../ui/Mark.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { SectionChecked } from '../checked/SectionCheck.tsx'
import { ItemDetail } from './ItemDetail.tsx'
import { Reasons } from './Reasons.tsx'
import { OwnScore, withoutPoints } from './SheetTable.tsx'
import type { SheetProps } from './SheetTable.tsx'

/** The same on a phone: rows by duty, the reason under the duty. */
export const SheetList = (props: SheetProps) => {
  const { rows, form, score, open, onToggle } = props
  return form.sections.map((section) => {
    const own = rows.filter((row) => row.item.section === section.no)
    if (own.length === 0) return null
    return (
      <Section
        key={section.no}
        title={`${section.no} ${section.name}`}
        aside={<span className="nw">{pointsText(score.sections.find((one) => one.no === section.no)?.score ?? 0)}<span className="grey"> / {pointsText(section.points)}</span></span>}
      >
        <SectionChecked place={props.place} form={form} section={section.no} />
        <ul className="rows sheet-list">
          {own.map((row) => (
            <li key={row.item.no} id={`item-${row.item.no}`} className={row.item.no === open ? 'open' : undefined}>
              <button
                type="button"
                id={`toggle-${row.item.no}`}
                className="item-head"
                data-toggle={row.item.no}
                aria-expanded={row.item.no === open}
                onClick={() => onToggle(row.item.no)}
              >
                <span className="item-line">
                  <span className="grey">第{row.item.no}条</span>
                  {row.unanswered === row.criteria.length ? (
                    <Mark score={null} max={row.item.points} />
                  ) : (
                    <span className="item-mark">
                      <OwnScore row={row} />
                      <span className="grey"> / {pointsText(row.item.points)}</span>
                    </span>
                  )}
                </span>
                <span className="duty">{withoutPoints(row.item.duty)}</span>
              </button>
              <Reasons row={row} />
              {row.lacking === 0 ? null : <p className="miss small">缺材料{row.lacking}件</p>}
              {row.item.no === open ? (
                <div id={`detail-${row.item.no}`}>
                  <ItemDetail {...props} row={row} onClose={() => onToggle(row.item.no)} />
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
    )
  })
}
