import { companionsOf, monthOf, sayDay } from '@zicha/core'
import type { EntryKind, PastRecord } from '@zicha/core'
import { useState } from 'react'
import type { LedgerEntry } from '../../../../api/contract.ts'
import { ChoiceChips, ManyChips } from '../../../../ui/Chips.tsx'
import { today } from '../../../../ui/day-words.ts'
import { FieldGroup } from '../../../../ui/Field.tsx'
import { countsAsOf } from './entry-draft.ts'
import type { EntryDraft } from './entry-draft.ts'
import { KindDrawer } from './KindDrawer.tsx'
import { sameMonthBefore, sayYearBefore } from './last-year-together.ts'
import { withNamedFirst } from './named-kinds.ts'
import { offeredKinds } from './offered-kinds.ts'

type Props = {
  readonly draft: EntryDraft
  readonly kinds: readonly EntryKind[]
  readonly past: readonly LedgerEntry[]
  /** What was recorded in the year before. */
  readonly lastYear: readonly PastRecord[]
  /** What the typed title names: offered first, never chosen by itself. */
  readonly named: readonly string[]
  readonly onChange: (change: Partial<EntryDraft>) => void
}

/** 什么活动: the likely five, then all. */
export const KindField = ({ draft, kinds, past, lastYear, named, likely, fault, onChange }: Props & { readonly likely: readonly string[]; readonly fault: string | undefined }) => {
  const [open, setOpen] = useState(false)
  const day = draft.on ?? today()
  const offer = () => offeredKinds(draft.kind, day, { kinds, past, lastYear, likely })
  // The order stays while one chooses; only a kind from the full list comes to the front.
  const [shown, setShown] = useState<readonly string[]>(offer)
  const [month, setMonth] = useState(monthOf(day))
  if (month !== monthOf(day)) {
    setMonth(monthOf(day))
    // Another month is another time of the year, as long as nothing is chosen.
    if (draft.kind === null) setShown(offer())
  }
  // While nothing is chosen the title may still bring other kinds to the front; a choice keeps the order as it is.
  const begun = draft.kind === null ? withNamedFirst(shown, named) : shown
  if (begun !== shown) setShown(begun)
  const choose = (kind: string) => {
    if (!shown.includes(kind)) setShown([kind, ...shown.slice(0, 4)])
    onChange({ kind, also: draft.also.filter((one) => one !== kind) })
    setOpen(false)
  }
  return (
    <FieldGroup label="什么活动" id="entry-kind" fault={fault}>
      <ChoiceChips
        name="kind"
        choices={shown.map((name) => ({ value: name, label: name }))}
        value={draft.kind}
        onChoose={choose}
        more={
          <button type="button" className="chip more" onClick={() => setOpen(true)}>
            全部{kinds.length}种
          </button>
        }
      />
      {open ? (
        <KindDrawer
          title="什么活动"
          kinds={kinds}
          chosen={draft.kind === null ? [] : [draft.kind]}
          onPress={choose}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </FieldGroup>
  )
}

/** 这次会上还做了: what usually goes together, from the vocabulary and this school's own year. */
export const AlsoField = ({ draft, kinds, past, lastYear, named, onChange }: Props) => {
  const [open, setOpen] = useState(false)
  if (draft.kind === null) return null
  const likely = companionsOf([draft.kind], kinds, [...past, ...lastYear], draft.on ?? '').slice(0, 4)
  const shown = [...new Set([...named.filter((name) => name !== draft.kind), ...likely, ...draft.also])]
  const toggle = (kind: string) =>
    onChange({ also: draft.also.includes(kind) ? draft.also.filter((one) => one !== kind) : [...draft.also, kind] })
  const before = draft.on === null ? undefined : sameMonthBefore(draft.kind, draft.on, lastYear)
  const beforeWords = before === undefined ? '' : `${sayYearBefore(before.happenedOn, draft.on ?? '')}${sayDay(before.happenedOn)}那次还做了${before.also.join('、')}。`
  return (
    <FieldGroup label="这次会上还做了" hint={`合并召开的，一次记全，各自算一次。${beforeWords}`}>
      <ManyChips
        choices={shown.map((name) => ({ value: name, label: name }))}
        values={draft.also}
        onToggle={toggle}
        more={
          <button type="button" className="chip more" onClick={() => setOpen(true)}>
            其他
          </button>
        }
      />
      {open ? (
        <KindDrawer
          title="这次会上还做了"
          kinds={kinds.filter((kind) => kind.name !== draft.kind)}
          chosen={countsAsOf(draft)}
          onPress={toggle}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </FieldGroup>
  )
}
