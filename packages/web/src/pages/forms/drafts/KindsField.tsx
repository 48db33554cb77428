import { kindsNamedIn } from '@zicha/core'
import type { EntryKind } from '@zicha/core'
import { useId, useState } from 'react'

/** Kinds of record that feed a rule or hint at its answer: those that its words name, any other by search, or a new one. */
export const KindsField = (props: {
  readonly label: string
  /** The words of clause and duty, in which kinds may be named. */
  readonly words: string
  readonly kinds: readonly EntryKind[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}) => {
  const [word, setWord] = useState('')
  const id = useId()
  const sought = word.trim()
  const named = kindsNamedIn(props.words, props.kinds)
  const found = sought === '' ? named : props.kinds.filter((kind) => matches(kind, sought)).map(({ name }) => name)
  const offered = [...new Set([...props.chosen, ...found])].slice(0, Math.max(8, props.chosen.length))
  const exists = sought === '' || offered.includes(sought) || props.kinds.some(({ name }) => name === sought)
  const toggle = (name: string) => props.onChange(props.chosen.includes(name) ? props.chosen.filter((one) => one !== name) : [...props.chosen, name])
  const add = () => {
    if (!props.chosen.includes(sought)) props.onChange([...props.chosen, sought])
    setWord('')
  }
  return (
    <div className="edit-field" role="group" aria-label={props.label}>
      <label className="label" htmlFor={id}>
        {props.label}
      </label>
      <div className="chips small-chips">
        {offered.map((name) => (
          <label key={name} className={props.chosen.includes(name) ? 'chip chosen' : 'chip'}>
            <input type="checkbox" checked={props.chosen.includes(name)} onChange={() => toggle(name)} />
            {name}
          </label>
        ))}
      </div>
      <div className="edit-line">
        <input
          id={id}
          className="input in-words"
          type="search"
          autoComplete="off"
          maxLength={20}
          placeholder={`找一种，或写一个新的（共${props.kinds.length}种）`}
          value={word}
          onChange={(event) => setWord(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || sought === '') return
            event.preventDefault()
            add()
          }}
        />
        {exists ? null : (
          <button type="button" className="tap" onClick={add}>
            加“{sought}”
          </button>
        )}
      </div>
    </div>
  )
}

const matches = (kind: EntryKind, word: string): boolean =>
  kind.name.includes(word) || kind.group.includes(word) || kind.alsoCalled.some((name) => name.includes(word))
