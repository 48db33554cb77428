import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { newId } from '../../api/names.ts'
import { problemSentence } from '../../api/problem.ts'
import { useSuggestions, useWriteSuggestion } from '../../api/suggestions.ts'
import { instantWords } from '../../ui/day-words.ts'
import '../suggestions/suggestions.css'

/** Text only, to the bureau's inbox; below it what one wrote before, with the answers. */
export const WriteToBureau = ({ bureau, page, reads }: { readonly bureau: string; readonly page: string | undefined; readonly reads: boolean }) => {
  const write = useWriteSuggestion()
  const own = useSuggestions(!reads)
  const [text, setText] = useState('')
  const [id, setId] = useState(newId)
  const area = useRef<HTMLTextAreaElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') area.current?.focus()
    if (text.trim() === '' || write.isPending) return
    write.mutate(
      { id, text: text.trim(), ...(page === undefined ? {} : { page: page.slice(0, 300) }) },
      {
        onSuccess: () => {
          setText('')
          setId(newId())
        },
      },
    )
  }
  return (
    <>
      <h2>写给{bureau}</h2>
      <form onSubmit={submit} className="suggestion">
        {write.error === null ? null : (
          <p className="miss" role="alert">
            {problemSentence(write.error)}
          </p>
        )}
        <textarea
          ref={area}
          className="input"
          rows={5}
          maxLength={2000}
          aria-label="要说的话"
          placeholder="哪一页，什么时候，希望怎样"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="acts">
          <button type="submit" className="button primary">
            {write.isPending ? '正在送' : '送出'}
          </button>
        </div>
        <p className="small" role="status">
          {write.isSuccess && text === '' ? <span className="done tick">已送到{bureau}，答复会出现在这一页。</span> : ''}
        </p>
      </form>
      {own.data === undefined || own.data.length === 0 ? null : (
        <>
          <h2>写过的</h2>
          <ul className="rows">
            {own.data.map((one) => (
              <li key={one.id} className="suggestion">
                <p className="suggestion-text">{one.text}</p>
                <p className="small grey">
                  {instantWords(one.at)}送出{one.answer === null ? '，等答复' : ''}
                </p>
                {one.answer === null ? null : <p>答复：{one.answer.text}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
