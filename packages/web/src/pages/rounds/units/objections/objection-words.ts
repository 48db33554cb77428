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

export const outcomeNames: { readonly [O in Outcome]: string } = { upheld: '成立', partly: '部分成立', refused: '维持' }
