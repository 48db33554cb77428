import { useEditionChanges } from '../../api/forms.ts'
import { Drawer } from '../../ui/Drawer.tsx'
import { Awaited } from '../../ui/states.tsx'
import type { EditionLine } from './editions.ts'

/** What an edition changed, and what that costs schools. */
export const ChangesDrawer = (props: { readonly edition: EditionLine; readonly former: EditionLine; readonly onClose: () => void }) => (
  <Drawer title={`${props.edition.edition}改了什么`} onClose={props.onClose}>
    <Changes edition={props.edition.id} former={props.former} />
  </Drawer>
)

export const Changes = ({ edition, former }: { readonly edition: string; readonly former: EditionLine }) => {
  const query = useEditionChanges(edition, former.id)
  return (
    <Awaited query={query}>
      {({ changes, cost }) => (
        <div className="changes">
          <p className="small grey">与{former.edition}比。</p>
          {changes.length === 0 ? (
            <p>条目、分值和规则都没有变。</p>
          ) : (
            <ul className="rows">
              {changes.map(({ item, what, message }) => (
                <li key={`${item} ${what} ${message}`}>{message}</li>
              ))}
            </ul>
          )}
          {cost.length === 0 ? null : (
            <>
              <h3>学校要多做的</h3>
              <ul className="rows">
                {cost.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </Awaited>
  )
}
