import { companionsOf } from '@zicha/core'
import type { EntryKind } from '@zicha/core'
import { useState } from 'react'
import type { LedgerEntry } from '../../../../api/contract.ts'
import { ChoiceChips, ManyChips } from '../../../../ui/Chips.tsx'
import { FieldGroup } from '../../../../ui/Field.tsx'
import { countsAsOf } from './entry-draft.ts'
import type { EntryDraft } from './entry-draft.ts'
import { KindDrawer } from './KindDrawer.tsx'
import { withNamedFirst } from './named-kinds.ts'

type Props = {
  readonly draft: EntryDraft
  readonly kinds: readonly EntryKind[]
  readonly past: readonly LedgerEntry[]
  /** What the typed title names: offered first, never chosen by itself. */
  readonly named: readonly string[]
  readonly onChange: (change: Partial<EntryDraft>) => void
}

/** 什么活动: the likely five, then all. */
export const KindField = ({ draft, kinds, past, named, likely, fault, onChange }: Props & { readonly likely: readonly string[]; readonly fault: string | undefined }) => {
  const [open, setOpen] = useState(false)
  const offered = [...new Set([...(draft.kind === null ? [] : [draft.kind]), ...likely, ...oftenUsed(past), ...kinds.map((kind) => kind.name)])].slice(0, 5)
  // The order stays while one chooses; only a kind from the full list comes to the front.
  const [shown, setShown] = useState<readonly string[]>(offered)
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
export const AlsoField = ({ draft, kinds, past, named, onChange }: Props) => {
  const [open, setOpen] = useState(false)
  if (draft.kind === null) return null
  const likely = companionsOf([draft.kind], kinds, past).slice(0, 4)
  const shown = [...new Set([...named.filter((name) => name !== draft.kind), ...likely, ...draft.also])]
  const toggle = (kind: string) =>
    onChange({ also: draft.also.includes(kind) ? draft.also.filter((one) => one !== kind) : [...draft.also, kind] })
  return (
    <FieldGroup label="这次会上还做了" hint="合并召开的，一次记全，各自算一次。">
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

const oftenUsed = (past: readonly LedgerEntry[]): readonly string[] => {
  const counts = new Map<string, number>()
  for (const entry of past) for (const kind of entry.countsAs) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([kind]) => kind)
}
