import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useReadTable } from '../../api/form-drafts.ts'
import { memberFaults } from '../../api/problem.ts'
import type { RequestProblem } from '../../api/problem.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { SignInAgain } from '../../ui/ProblemSummary.tsx'

const largest = 20 * 1024 * 1024

/** Where a table is put in: choosing or dropping is uploading. What cannot be read is told by its place, and nothing is kept. */
export const TableDrop = () => {
  const read = useReadTable()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [name, setName] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (file === undefined || read.isPending) return
    setName(file.name)
    read.reset()
    const fault = faultOf(file, files?.length ?? 1)
    setRefused(fault)
    if (fault === null) read.mutate(file, { onSuccess: ({ id }) => void navigate(`/forms/drafts/${id}`) })
  }
  // Anywhere on the page: nobody must aim.
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setOver(event.type === 'dragover')
      if (event.type === 'drop') take(event.dataTransfer.files)
    }
    const names = ['dragover', 'dragleave', 'drop'] as const
    for (const each of names) addEventListener(each, hold)
    return () => {
      for (const each of names) removeEventListener(each, hold)
    }
  })

  return (
    <>
      {refused === null ? null : <ErrorSummary faults={[{ message: refused }]} />}
      {read.error === null ? null : <ReadingFaults problem={read.error} />}
      <div className={over ? 'table-drop over' : 'table-drop'}>
        <p className="title">{read.isPending ? `正在读“${name}”` : over ? '松手就读' : '把 Word、Excel 或文字表放到这里'}</p>
        <p className="small grey">{read.isPending ? '几秒就好。' : '放入就读，学校还看不到。原文件不会改动。'}</p>
        <input
          ref={input}
          type="file"
          className="unseen"
          tabIndex={-1}
          aria-label="评分表文件"
          accept=".docx,.xlsx,.txt,.tsv,.csv"
          onChange={(event) => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
        <button type="button" className="button primary" aria-disabled={read.isPending} onClick={() => input.current?.click()}>
          放入表格
        </button>
      </div>
    </>
  )
}

const faultOf = (file: File, count: number): string | null => {
  if (count > 1) return `一次放一张表，放了${count}个文件。请先放一个，读完再放下一个。`
  if (file.size === 0) return `“${file.name.slice(0, 20)}”是空的，没有内容可读。请核对是不是放错了文件。`
  if (file.size > largest) return `这个文件${Math.ceil(file.size / 1024 / 1024)} MB，上限20 MB。请去掉图片另存一份再放入。`
  if (/\.(doc|xls|wps|et)$/iu.test(file.name)) return '这是旧格式的文件，没有读。请在 WPS 里另存为 docx 或 xlsx，再放入。'
  return null
}

/** The sentence, and the places in the file where it could not be read. */
const ReadingFaults = ({ problem }: { readonly problem: RequestProblem }) => {
  const places = memberFaults(problem).map(({ pointer, detail }) => ({ where: pointer.replace(/^#\//u, ''), detail }))
  const further = places.filter(({ detail }) => detail !== problem.sentence)
  const [first] = places
  return (
    <ErrorSummary faults={[{ message: problem.sentence }]} reference={problem.reference}>
      {first === undefined || first.where === '' || problem.sentence.includes(first.where) ? null : <p className="small">位置：{first.where}</p>}
      {further.length === 0 ? null : (
        <ul className="small">
          {further.map(({ where, detail }) => (
            <li key={`${where}${detail}`}>{where === '' || detail.includes(where) ? detail : `${where}：${detail}`}</li>
          ))}
        </ul>
      )}
      {problem.kind === 'signed_out' ? <SignInAgain /> : <p className="small grey">没有留下任何内容。</p>}
    </ErrorSummary>
  )
}
