import { useEffect, useState } from 'react'
import { Field } from '../../../../../ui/Field.tsx'

/** Where an old list is put in: a file, dropped or chosen, or rows pasted from a table. Either is read at once. */
export const ListDrop = (props: { readonly reading: string | null; readonly onList: (bytes: Blob, name: string) => void }) => {
  const { reading, onList } = props
  const [over, setOver] = useState(false)
  const [rows, setRows] = useState('')
  const readRows = (text: string) => {
    if (text.trim() !== '') onList(new Blob([text], { type: 'text/plain' }), '粘贴的几行.txt')
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
    const names = ['dragover', 'dragleave', 'drop'] as const
    for (const each of names) addEventListener(each, hold)
    return () => {
      for (const each of names) removeEventListener(each, hold)
    }
  })
  return (
    <>
      <div className={over ? 'list-drop over' : 'list-drop'}>
        <p className="title">{reading !== null ? `正在读“${reading}”` : over ? '松手就读' : '选一份旧清单，Excel、Word、文字都行'}</p>
        <p className="small grey">选好就读，先给你看每行算什么，还不会存。原文件不会改动。</p>
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
          选一份清单
        </label>
      </div>
      <Field label="或者粘贴几行" hint="在 WPS、Excel 里选中几行，复制，粘到这里。">
        {(ties) => (
          <textarea
            {...ties}
            className="input"
            rows={4}
            placeholder={'3.15\t支委会暨意识形态研判\t7人\n4月\t集中学习'}
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
