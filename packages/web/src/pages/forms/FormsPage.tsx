import { verificationCode } from '@zicha/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useFormDrafts } from '../../api/form-drafts.ts'
import { useForms } from '../../api/forms.ts'
import { instantWords } from '../../ui/day-words.ts'
import { pointsText } from '../../ui/Mark.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { Section } from '../../ui/Section.tsx'
import { Awaited } from '../../ui/states.tsx'
import { useWide } from '../../ui/use-wide.ts'
import { OfficeFrame } from '../OfficeFrame.tsx'
import { ChangesDrawer } from './ChangesDrawer.tsx'
import { DesktopOnly } from './DesktopOnly.tsx'
import { formerEdition } from './editions.ts'
import type { EditionLine } from './editions.ts'
import { TableDrop } from './TableDrop.tsx'
import './forms.css'

/** The tables that a round can be opened with, those still being settled, and where a new one is put in. */
export const FormsPage = () => {
  const forms = useForms()
  const wide = useWide(900)
  return (
    <OfficeFrame title="表格">
      {wide ? (
        <>
          <div className="head">
            <div>
              <h1>表格</h1>
              <p>上级发来什么表，就用什么表。放进来，看一遍读法，发布了学校就能填。</p>
            </div>
          </div>
          <TableDrop />
          <Unpublished />
        </>
      ) : (
        <DesktopOnly />
      )}
      <Awaited query={forms}>{({ items }) => <Editions items={items} />}</Awaited>
    </OfficeFrame>
  )
}

const Unpublished = () => {
  const drafts = useFormDrafts()
  const open = drafts.data?.items.filter(({ published }) => published === null) ?? []
  if (open.length === 0) return null
  return (
    <Section title="还没发布的" count={open.length}>
      <Rows lined>
        {open.map((draft) => (
          <Row
            key={draft.id}
            to={`/forms/drafts/${draft.id}`}
            title={draft.title}
            meta={`${draft.fileName}，${instantWords(draft.createdAt)}放入`}
            points={draft.openCount === 0 ? '可以发布' : `还有${draft.openCount}处没看`}
            verb="接着看"
          />
        ))}
      </Rows>
    </Section>
  )
}

const Editions = ({ items }: { readonly items: readonly EditionLine[] }) => {
  const [shown, setShown] = useState<EditionLine | null>(null)
  const former = shown === null ? undefined : formerEdition(items, shown)
  const newest = items.toSorted((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1))
  return (
    <Section title="可以开轮次的" count={items.length} say="发布过的表不会再变。要改就放入新表，发布新的一版；开过的轮次仍按原来那一版。">
      <ul className="rows editions">
        {newest.map((edition) => (
          <li key={edition.id}>
            <div>
              <p className="official">{edition.title}</p>
              <p className="small grey">
                {edition.edition}，{pointsText(edition.total)}分
                {edition.publishedAt === null ? '，随程序带来' : `，${instantWords(edition.publishedAt)}发布`}
                {edition.hash === null ? null : (
                  <>
                    ，核验码<span className="nw">{verificationCode(edition.hash)}</span>
                  </>
                )}
              </p>
            </div>
            <div className="acts">
              {formerEdition(items, edition) === undefined ? null : (
                <button type="button" className="tap" onClick={() => setShown(edition)}>
                  改了什么
                </button>
              )}
              <Link className="tap end" to={`/rounds/new?form=${encodeURIComponent(edition.id)}`}>
                用它开一轮<span className="unseen">：{edition.title}，{edition.edition}</span>
              </Link>
            </div>
          </li>
        ))}
      </ul>
      {shown === null || former === undefined ? null : <ChangesDrawer edition={shown} former={former} onClose={() => setShown(null)} />}
    </Section>
  )
}
