import { useState } from 'react'
import type { FormEvent } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useVerification } from '../../api/closing.ts'
import type { Verification } from '../../api/contract.ts'
import { problemSentence } from '../../api/problem.ts'
import { Field } from '../../ui/Field.tsx'
import { ColumnFrame } from '../../ui/Frame.tsx'
import { pointsText } from '../../ui/Mark.tsx'
import { Pairs } from '../../ui/Row.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import { dayWords } from '../../ui/day-words.ts'
import './verify.css'

/** 核验: what a printed sheet is, by the code in its foot. For anybody, without an account; no names of people. */
export const VerifyPage = () => {
  const { code } = useParams()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(code ?? '')
  const asked = code ?? null
  const verification = useVerification(asked)
  const check = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== '') void navigate(`/verify/${encodeURIComponent(typed.trim())}`)
  }
  return (
    <ColumnFrame narrow top={<TopBar title={<Link className="word" to="/">自查通</Link>} />}>
      <title>核验 · 自查通</title>
      <div className="lead">
        <h1>核验一份检查表</h1>
        <p>核验码印在表的页脚，12位。输进来，就知道这份表是不是原样。</p>
      </div>
      <form onSubmit={check} noValidate>
        <Field id="code" label="核验码" hint="如 7F3A-91C2-08DE，横线和大小写不用管">
          {(ties) => (
            <input
              {...ties}
              className="input code-input"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              autoFocus={asked === null}
              maxLength={80}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <div className="field">
          <button type="submit" className="button primary wide">
            {verification.isFetching ? '正在查' : '核验'}
          </button>
        </div>
      </form>
      <div role="status">
        {verification.data !== undefined ? (
          <Found found={verification.data} />
        ) : verification.error !== null && asked !== null ? (
          <p className="field">{problemSentence(verification.error)}</p>
        ) : null}
      </div>
    </ColumnFrame>
  )
}

const Found = ({ found }: { readonly found: Verification }) => (
  <section className="section verified" aria-label="核验结果">
    <header>
      <h2>{found.latest ? <span className="done tick">查到了，是现行的这一份</span> : '查到了，后来有更新的一份'}</h2>
    </header>
    <Pairs
      pairs={[
        ['单位', found.unitName],
        ['表', found.form],
        ['年度', `${found.year}年度`],
        [found.column === 'inspection' ? '检查总分' : '自查总分', `${pointsText(found.total)}分${found.open === 0 ? '' : `（${found.open}条${found.column === 'inspection' ? '未定' : '没有答'}，没有计入）`}`],
        ['封存', `${found.sealedOn.slice(0, 4)}年${dayWords(found.sealedOn)}`],
        ['核验码', found.code],
        ['校验值', <span key="hash" className="hash">{found.hash}</span>],
      ]}
    />
    <p className="note after-rule">
      {found.latest ? '纸上的单位、年度和总分与这里一致，就是原样。' : '这一份曾经封存过，之后又改过。请向印发单位要现行的那份。'}
    </p>
  </section>
)
