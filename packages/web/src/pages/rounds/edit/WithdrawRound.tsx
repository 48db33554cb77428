import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Round } from '../../../api/contract.ts'
import { useProgress } from '../../../api/progress.ts'
import { useWithdrawRound } from '../../../api/rounds.ts'
import { dayWords } from '../../../ui/day-words.ts'
import { Question } from '../../../ui/Drawer.tsx'
import { ProblemSummary } from '../../../ui/ProblemSummary.tsx'
import { Section } from '../../../ui/Section.tsx'

/** Offered only while no school has begun; whether nothing at all was written, the server says. */
export const WithdrawRound = ({ round }: { readonly round: Round }) => {
  const progress = useProgress(round.id)
  const withdraw = useWithdrawRound()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  if (progress.data === undefined || progress.data.items.some(({ updatedAt }) => updatedAt !== null)) return null
  return (
    <Section title="撤回这一轮" say="开错了可以撤回。还没有学校写过内容。">
      <ProblemSummary problem={withdraw.error} />
      <p className="after-rule">
        <button type="button" className="tap start" onClick={() => setAsking(true)}>
          {withdraw.isPending ? '正在撤回' : '撤回这一轮'}
        </button>
      </p>
      {asking ? (
        <Question
          question="撤回这一轮自查？"
          meaning={`${round.title}，${dayWords(round.opensOn)}到${dayWords(round.dueOn)}，${round.units.length}所学校。撤回后学校看不到它，检查人的分配也一起去掉；别的轮次不动。`}
          act="撤回"
          keep="留着"
          onAct={() => {
            setAsking(false)
            if (!withdraw.isPending) withdraw.mutate({ id: round.id, version: round.version }, { onSuccess: () => void navigate('/rounds', { replace: true }) })
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Section>
  )
}
