import type { Objection } from '../../../../api/contract.ts'
import { pointsText } from '../../../../ui/Mark.tsx'

type Outcome = NonNullable<Objection['decision']>['outcome']

/** 异议成立，4分改为6分. */
export const decisionWords = ({ decision, score }: Objection): string => {
  if (decision === null) return '局里在办'
  switch (decision.outcome) {
    case 'upheld':
      return `异议成立，${pointsText(score)}分改为${pointsText(decision.score)}分`
    case 'partly':
      return `部分成立，${pointsText(score)}分改为${pointsText(decision.score)}分`
    case 'refused':
      return `维持${pointsText(score)}分`
  }
}

/** 第5条的异议有了决定：5.5分改为6分, for the school's own first page. */
export const decidedWords = ({ no, score, decision }: Objection): string => {
  if (decision === null) return `第${no}条的异议局里在办`
  const mark = decision.outcome === 'refused' ? `维持${pointsText(score)}分` : `${pointsText(score)}分改为${pointsText(decision.score)}分`
  return `第${no}条的异议有了决定：${mark}`
}

/** The decisions that came after a moment, the newest first; all of them where nothing was seen yet. */
export const decidedSince = (objections: readonly Objection[], since: string | null): readonly Objection[] =>
  objections
    .filter(({ decision }) => decision !== null && (since === null || decision.at > since))
    .toSorted((one, other) => ((one.decision?.at ?? '') < (other.decision?.at ?? '') ? 1 : -1))

export const outcomeNames: { readonly [O in Outcome]: string } = { upheld: '成立', partly: '部分成立', refused: '维持' }
