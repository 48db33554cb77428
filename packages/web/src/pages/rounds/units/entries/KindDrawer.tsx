import type { EntryKind } from '@zicha/core'
import { useState } from 'react'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { Field } from '../../../../ui/Field.tsx'

/** All kinds by group, found by any of their names. One press chooses; in the list of several it marks. */
export const KindDrawer = (props: {
  readonly title: string
  readonly kinds: readonly EntryKind[]
  readonly chosen: readonly string[]
  readonly onPress: (kind: string) => void
  readonly onClose: () => void
}) => {
  const [word, setWord] = useState('')
  const found = props.kinds.filter((kind) => matches(kind, word.trim()))
  const groups = [...new Set(found.map((kind) => kind.group))]
  return (
    <Drawer title={props.title} onClose={props.onClose}>
      <Field label="找一种" id="kind-search">
        {(ties) => <input {...ties} className="input" inputMode="search" autoComplete="off" value={word} onChange={(event) => setWord(event.target.value)} />}
      </Field>
      {found.length === 0 ? <p className="field grey">没有“{word}”这种。换个词，或选最接近的一种，在标题里写明。</p> : null}
      {groups.map((group) => (
        <div className="field" key={group}>
          <h3 className="label">{group}</h3>
          <div className="chips">
            {found
              .filter((kind) => kind.group === group)
              .map((kind) => {
                const chosen = props.chosen.includes(kind.name)
                return (
                  <button
                    key={kind.name}
                    type="button"
                    className={chosen ? 'chip chosen' : 'chip'}
                    aria-pressed={chosen}
                    onClick={() => props.onPress(kind.name)}
                  >
                    {kind.name}
                  </button>
                )
              })}
          </div>
        </div>
      ))}
    </Drawer>
  )
}

const matches = (kind: EntryKind, word: string): boolean =>
  word === '' || kind.name.includes(word) || kind.group.includes(word) || kind.alsoCalled.some((name) => name.includes(word))
