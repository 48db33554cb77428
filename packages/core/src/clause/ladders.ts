import type { Draft } from './draft.ts'
import { joinGradeBands } from './grade-bands.ts'
import type { Statement } from './statement.ts'
import { continuesLadder, joinTiers, levelPoints } from './tiers.ts'

/** Steps that may stand in one ladder: given or added once, a span, or nothing. */
const canStep = (draft: Draft): boolean => {
  switch (draft.rule.kind) {
    case 'award':
      return true
    case 'bonus':
      return draft.rule.points !== undefined
    case 'discretionary':
      return draft.rule.deducts !== true
    default:
      return false
  }
}

const isMinus = (draft: Draft): boolean => draft.rule.kind === 'deduct_if' && draft.statement.sign === 'takes' && draft.statement.amounts.length === 1

/** Joins steps of one thing into grade_bands or tiers; what stands alone stays as it is. */
export const joinLadders = (
  drafts: readonly Draft[],
  combines: readonly Statement[],
  points: number | undefined,
  plain: string,
): Draft[] => {
  const joined: Draft[] = []
  for (let index = 0; index < drafts.length; ) {
    const run = runFrom(drafts, index, plain)
    const ladder = run.length < 2 ? undefined : joinRun(run, combines, points)
    const only = drafts[index]
    if (ladder !== undefined) joined.push(ladder)
    else if (only !== undefined) joined.push(only)
    index += ladder === undefined ? 1 : run.length
  }
  return joined
}

const runFrom = (drafts: readonly Draft[], start: number, plain: string): Draft[] => {
  const first = drafts[start]
  if (first === undefined || !canStep(first)) return []
  const run = [first]
  for (let index = start + 1; index < drafts.length; index++) {
    const next = drafts[index]
    const last = run.at(-1)
    if (next === undefined || last === undefined) break
    const sameSign = canStep(next) && next.sign === first.sign && (next.rule.kind === first.rule.kind || next.rule.kind === 'discretionary' || first.rule.kind === 'discretionary')
    const zero = next.rule.kind === 'zero_if' && next.statement.kind === 'zero' && !isOtherwise(next)
    const minus = isMinus(next) && plain[next.statement.start] === '-' && first.sign === 'gives'
    if (!(sameSign || zero || minus)) break
    if (next.statement.sentence > last.statement.sentence + 1) break
    if (!minus && !continuesLadder(last, next) && !(run.length > 1 && continuesLadder(first, next))) break
    run.push(next)
    if (zero) break
  }
  return run
}

export const isOtherwise = (draft: Draft): boolean => /^[，；。、\s]*(?:否则|反之|其他|其余|其它|除此|以外)/.test(draft.words)

const joinRun = (run: readonly Draft[], combines: readonly Statement[], points: number | undefined): Draft | undefined => {
  const given = run.filter((draft) => draft.rule.kind !== 'zero_if')
  if (given.length === 1) return undefined
  const bands = joinGradeBands(run)
  if (bands !== undefined) return bands
  if (run.some((draft) => draft.rule.kind === 'discretionary')) return undefined
  const last = run.at(-1)
  const note = combines.find((one) => last !== undefined && one.start >= last.statement.end && one.sentence <= last.statement.sentence + 1)
  const sum = given.reduce((total, draft) => total + Math.round(levelPoints(draft) * 1000), 0)
  const addsUp = points !== undefined && sum === Math.round(points * 1000) && run.length === given.length && run[0]?.sign === 'gives'
  if (addsUp && note === undefined) return undefined
  return joinTiers(run, note !== undefined && /^(?:可以?|应)?(?:累计|累加|叠加|累积)/.test(note.text) ? 'sum' : 'max')
}
