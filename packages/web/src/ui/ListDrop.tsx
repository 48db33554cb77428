import { useEffect, useState } from 'react'
import { Field } from './Field.tsx'
import './list-drop.css'

/** What a page says of the list that it takes. */
export type ListWords = { readonly title: string; readonly about: string; readonly choose: string; readonly example: string }

/** Where a list is put in: a file, dropped or chosen, or rows pasted from a table. Either is read at once. */
export const ListDrop = (props: {
  readonly words: ListWords
  readonly reading: string | null
  readonly onList: (bytes: Blob, name: string) => void
}) => {
  const { words, reading, onList } = props
  const [over, setOver] = useState(false)
  const [rows, setRows] = useState('')
  const readRows = (text: string) => {
    if (text.trim() !== '') onList(...pasted(text))
  }
  // Anywhere on the page: nobody must aim.
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setOver(event.type === 'dragover')
      const [file] = event.type === 'drop' ? event.dataTransfer.files : []
      if (file !== undefined) onList(file, file.name)
    }
    const take = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement || text.trim() === '') return
      onList(...pasted(text))
    }
    const names = ['dragover', 'dragleave', 'drop'] as const
    for (const each of names) addEventListener(each, hold)
    addEventListener('paste', take)
    return () => {
      for (const each of names) removeEventListener(each, hold)
      removeEventListener('paste', take)
    }
  })
  return (
    <>
      <div className={over ? 'list-drop over' : 'list-drop'}>
        <p className="title">{reading !== null ? `正在读“${reading}”` : over ? '松手就读' : words.title}</p>
        <p className="small grey">{words.about}</p>
        <label className="button more">
          <input
            type="file"
            className="unseen"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file !== undefined) onList(file, file.name)
              event.target.value = ''
            }}
          />
          {words.choose}
        </label>
      </div>
      <Field label="或者粘贴几行" hint="在 WPS、Excel 里选中几行，复制，粘到这里。">
        {(ties) => (
          <textarea
            {...ties}
            className="input"
            rows={4}
            placeholder={words.example}
            value={rows}
            onChange={(event) => setRows(event.target.value)}
            onPaste={(event) => {
              const text = event.clipboardData.getData('text/plain')
              if (rows.trim() === '') readRows(text)
            }}
          />
        )}
      </Field>
      {rows.trim() === '' ? null : (
        <div className="field">
          <button type="button" className="button" onClick={() => readRows(rows)}>
            读这几行
          </button>
        </div>
      )}
    </>
  )
}

const pasted = (text: string): readonly [Blob, string] => [new Blob([text], { type: 'text/plain' }), '粘贴的几行.txt']
