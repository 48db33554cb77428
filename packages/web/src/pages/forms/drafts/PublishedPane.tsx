import { verificationCode } from '@zicha/core'
import { Link } from 'react-router'
import type { FormDraft } from '../../../api/form-drafts.ts'
import { instantWords } from '../../../ui/day-words.ts'
import { pointsText } from '../../../ui/Mark.tsx'
import { Pairs } from '../../../ui/Row.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Changes } from '../ChangesDrawer.tsx'
import { formerEdition } from '../editions.ts'
import type { EditionLine } from '../editions.ts'
import { NewRoundLink } from './PublishPane.tsx'

/** The edition as it was published: fixed, with its code; what it changed; and on to a round. */
export const PublishedPane = ({ draft, shelf }: { readonly draft: FormDraft; readonly shelf: readonly EditionLine[] }) => {
  const edition = shelf.find(({ id }) => id === draft.published?.id)
  const former = edition === undefined ? undefined : formerEdition(shelf, edition)
  return (
    <>
      <div className="pane-body">
        <div className="row-head" role="status">
          <h1>已发布</h1>
        </div>
        <p className="grey">学校要等开了轮次才看得到。</p>
        <Pairs
          pairs={[
            ['编号', draft.published?.id ?? ''],
            ...(edition === undefined ? [] : [['版次', edition.edition] as const]),
            ['满分', `${pointsText(draft.total)}分，${draft.items.length}条`],
            ...(draft.published === null ? [] : [['发布', instantWords(draft.published.at)] as const]),
            ...(edition === undefined || edition.hash === null ? [] : [['核验码', verificationCode(edition.hash)] as const]),
          ]}
        />
        {edition === undefined || former === undefined ? null : (
          <Section title="改了什么">
            <Changes edition={edition.id} former={former} />
          </Section>
        )}
      </div>
      <div className="pane-bar">
        <NewRoundLink form={draft.published?.id ?? ''} />
        <p className="note">
          <Link to="/forms">看全部表格</Link>
        </p>
      </div>
    </>
  )
}
