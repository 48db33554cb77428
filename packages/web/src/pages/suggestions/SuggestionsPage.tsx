import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Suggestion } from '../../api/contract.ts'
import { problemSentence } from '../../api/problem.ts'
import { useAnswerSuggestion, useSuggestions } from '../../api/suggestions.ts'
import { instantWords } from '../../ui/day-words.ts'
import { Section } from '../../ui/Section.tsx'
import { Awaited, Empty } from '../../ui/states.tsx'
import { OfficeFrame } from '../OfficeFrame.tsx'
import './suggestions.css'

/** 收到的意见: what people wrote to the bureau, what waits for an answer first. */
export const SuggestionsPage = () => {
  const inbox = useSuggestions()
  return (
    <OfficeFrame title="收到的意见">
      <div className="head">
        <div>
          <h1>收到的意见</h1>
          <p>学校、检查人写来的投诉和建议。答复只有写的人看得到，不影响任何得分。</p>
        </div>
      </div>
      <Awaited query={inbox}>
        {(all) => {
          const open = all.filter((one) => one.answer === null)
          const answered = all.filter((one) => one.answer !== null)
          return all.length === 0 ? (
            <Empty title="还没有收到意见">每一页底下都有“投诉建议”，写的话会到这里。</Empty>
          ) : (
            <>
              {open.length === 0 ? null : <Listed title="等答复" all={open} />}
              {answered.length === 0 ? null : <Listed title="已答复" all={answered} />}
            </>
          )
        }}
      </Awaited>
    </OfficeFrame>
  )
}

const Listed = ({ title, all }: { readonly title: string; readonly all: readonly Suggestion[] }) => (
  <Section title={title} count={all.length}>
    <ul className="rows">
      {all.map((one) => (
        <Received key={`${one.id}:${one.version}`} one={one} />
      ))}
    </ul>
  </Section>
)

const Received = ({ one }: { readonly one: Suggestion }) => {
  const answer = useAnswerSuggestion()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState(one.answer?.text ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '' && !answer.isPending) answer.mutate({ one, text: text.trim() })
  }
  return (
    <li className="suggestion">
      <p className="suggestion-text">{one.text}</p>
      <p className="small grey">
        {one.unitName}，{one.byName}，{instantWords(one.at)}
        {one.page === null ? '' : `，写在 ${one.page}`}
      </p>
      {one.answer === null ? null : (
        <p className="small">
          {instantWords(one.answer.at)}答复：{one.answer.text}
        </p>
      )}
      {open ? (
        <form onSubmit={submit}>
          {answer.error === null ? null : (
            <p className="miss small" role="alert">
              {problemSentence(answer.error)}
            </p>
          )}
          <textarea
            className="input"
            rows={3}
            maxLength={500}
            aria-label={`答复${one.byName}`}
            autoFocus
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div className="acts">
            <button type="submit" className="button" aria-disabled={text.trim() === ''}>
              {answer.isPending ? '正在送' : '送出答复'}
            </button>
            <button type="button" className="tap" onClick={() => setOpen(false)}>
              先不答
            </button>
          </div>
        </form>
      ) : (
        <button type="button" className="tap start" onClick={() => setOpen(true)}>
          {one.answer === null ? '答复' : '改答复'}
        </button>
      )}
    </li>
  )
}
