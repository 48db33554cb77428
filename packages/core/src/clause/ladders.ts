import type { Draft } from './draft.ts'
import { joinGradeBands } from './grade-bands.ts'
import { opensList } from './headings.ts'
import type { Statement } from './statement.ts'
import { areSteps, coverage, excludes, likeness, measureAlike, readLevels } from './levels.ts'
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
    const worded = runFrom(drafts, index, plain)
    const counted = runByPoints(drafts, index, points, plain)
    const run = counted.length > worded.length ? counted : worded
    if (isCountedUp(run, combines)) {
      joined.push(...run.map(countUp))
      index += run.length
      continue
    }
    const ladder = run.length < 2 ? undefined : joinRun(run, combines, points)
    const only = drafts[index]
    if (ladder !== undefined) joined.push(ladder)
    else if (only !== undefined) joined.push(only)
    index += ladder === undefined ? 1 : run.length
  }
  return joined
}

const isAddedUp = ({ text }: Statement): boolean => /^(?:可以?|应)?(?:累计|累加|叠加|累积)/.test(text)

/** 一个国家级得4分，一个省级得1分，可累计计算: a level that is counted is worth its marks each time. */
const isCountedUp = (run: readonly Draft[], combines: readonly Statement[]): boolean => {
  const awards = run.filter((draft) => draft.rule.kind === 'award')
  const end = awards.at(-1)?.statement.end ?? 0
  const note = combines.find((one) => one.start >= end && one.sentence === awards.at(-1)?.statement.sentence)
  return awards.length > 1 && note !== undefined && isAddedUp(note) && awards.every((draft) => /(?:一|1)(?:个|项|门|篇|件|部|名|支|家)/.test(draft.words))
}

const countUp = (draft: Draft): Draft =>
  draft.rule.kind === 'award' ? { ...draft, rule: { kind: 'bonus', each: draft.rule.points, condition: draft.rule.condition } } : draft

/** Where the best of several marks is the whole item and together they are more, they are steps, however they are worded. */
const runByPoints = (drafts: readonly Draft[], start: number, points: number | undefined, plain: string): Draft[] => {
  if (points === undefined) return []
  const run: Draft[] = []
  for (const draft of drafts.slice(start)) {
    const zero = draft.rule.kind === 'zero_if' && draft.statement.kind === 'zero' && !isOtherwise(draft)
    const last = run.at(-1)
    if (opensList(draft, plain) || (last !== undefined && /^[\s，；。（]*其中/.test(draft.words))) break
    if (last !== undefined && (isOnTop(draft) || draft.statement.bracketed !== last.statement.bracketed)) break
    const opens = zero && last === undefined && opensWithNothing(draft, drafts[start + 1])
    if (!(draft.rule.kind === 'award' || (zero && run.length > 1) || opens) || (last !== undefined && draft.statement.sentence > last.statement.sentence + 1)) break
    run.push(draft)
    if (zero && !opens) break
  }
  const amounts = run.filter((draft) => draft.rule.kind === 'award').map(levelPoints)
  const isLadder = amounts.length > 1 && Math.max(...amounts) === points && new Set(amounts).size === amounts.length && !run.some((draft) => hasClass(draft, run))
  return isLadder ? run : []
}

/** 未启动0分，启动但无记录2分，记录齐全5分: nothing is the lowest step, unless it is said of the item. */
const opensWithNothing = (zero: Draft, next: Draft | undefined): boolean =>
  next?.statement.sentence === zero.statement.sentence && !/[本该此]项/.test(zero.statement.text) && denies(zero.words, next.words)

const hasClass = (draft: Draft, run: readonly Draft[]): boolean => {
  const name = /([^，。；]{1,6})$/.exec(draft.words.replace(/[的者，\s]+$/, ''))?.[1] ?? ''
  return name !== '' && run.some((other) => other !== draft && other.words.replace(/[的者，\s]+$/, '').endsWith(`非${name}`))
}

const runFrom = (drafts: readonly Draft[], start: number, plain: string): Draft[] => {
  const opening = drafts[start]
  const startsAtZero = opening !== undefined && isZeroStep(opening) && drafts[start + 1]?.rule.kind === 'award'
  const first = startsAtZero ? drafts[start + 1] : opening
  if (opening === undefined || first === undefined || !canStep(first)) return []
  if (startsAtZero && !areSteps(opening.words, first.words) && !denies(opening.words, first.words)) return []
  const run = startsAtZero ? [opening, first] : [first]
  for (let index = start + run.length; index < drafts.length; index++) {
    const next = drafts[index]
    const last = run.at(-1)
    if (next === undefined || last === undefined) break
    const sameSign = canStep(next) && next.sign === first.sign && (next.rule.kind === first.rule.kind || next.rule.kind === 'discretionary' || first.rule.kind === 'discretionary')
    const zero = isZeroStep(next)
    const minus = isMinus(next) && plain[next.statement.start] === '-' && first.sign === 'gives'
    if (!(sameSign || zero || minus)) break
    if (next.statement.sentence > last.statement.sentence + 1 && !isBeside(plain, last, next)) break
    if ((next.statement.bracketed === true) !== (last.statement.bracketed === true) && !zero) break
    if (startsAnew(run, next) || turnsBack(run, next)) break
    if (!(minus && isLoss(run, next)) && !(zero && run.length > 1 && isLowestStep(next, last)) && !isLowerSpan(last, next) && !continuesLadder(last, next) && !(run.length > 1 && continuesLadder(first, next))) break
    run.push(next)
    if (zero && drafts[index + 1]?.statement.segment !== next.statement.segment) break
  }
  return run
}

/** 未启动0分，启动但无记录2分: the step that gives nothing denies what the others begin with. */
const denies = (zero: string, step: string): boolean => {
  const denied = /^[\s，；]*(?:未|没有?|无|不)(?:进行|开展)?([\u4e00-\u9fa5]{2,6})$/.exec(zero.replace(/[的者，\s]+$/, ''))?.[1]
  return denied !== undefined && step.replace(/^[\s，；]*(?:已|有)?/, '').startsWith(denied.slice(0, 2))
}

/** 三星级1分，未获星级0分: what falls short of every step is the lowest of them. */
const isLowestStep = (next: Draft, last: Draft): boolean =>
  next.statement.sentence === last.statement.sentence && /^[\s，；]*(?:未|没有?|无|不足|低于|达不到|其[他余它])/.test(next.words) && next.words.replace(/[，；\s的者]/g, '').length <= 10

/** 达标5分，未达标-2分: less than nothing is a step where it denies the others, or speaks of what they speak of. */
const isLoss = (run: readonly Draft[], next: Draft): boolean => {
  if (/^[\s，；。]*(?:未|没有?|无|不|否则|反之|达不到|低于|少于)/.test(next.words)) return true
  return run.some((draft) => areSteps(draft.words, next.words) || (run.length > 1 && likeness(draft.words, next.words) > 0.1))
}

/** 8-10分, then 5-7分: spans that go down are steps, however they are worded. */
const isLowerSpan = (last: Draft, next: Draft): boolean =>
  last.rule.kind === 'discretionary' &&
  next.rule.kind === 'discretionary' &&
  next.rule.max <= last.rule.min &&
  last.statement.kind === 'range' &&
  next.statement.kind === 'range'

/** 在此基础上…得0.2分 comes on top of a step; it is none itself. */
const isOnTop = (draft: Draft): boolean => /^[\s，；。]*(?:在此基础上|另外?|此外|再|额外|同时)/.test(draft.words)

/** 国赛金奖20分、银奖15分，省赛金奖10分: the same prize under another office begins a ladder of its own. */
const startsAnew = (run: readonly Draft[], next: Draft): boolean => {
  const { marks } = readLevels(next.words)
  const prize = marks.get('prize') ?? marks.get('rank')
  if (prize === undefined || !marks.has('office')) return false
  return run.some((draft) => {
    const own = readLevels(draft.words).marks
    return (own.get('prize') ?? own.get('rank')) === prize
  })
}

/** 英语四级4分、六级6分；计算机二级3分: another thing, and marks that no longer go the way they went, begin a ladder of their own. */
const turnsBack = (run: readonly Draft[], next: Draft): boolean => {
  const [first] = run
  const last = run.at(-1)
  const before = run.at(-2)
  if (first === undefined || last === undefined || before === undefined || last.statement.segment === next.statement.segment) return false
  const way = levelPoints(last) - levelPoints(before)
  const { rest } = readLevels(next.words)
  return way * (levelPoints(next) - levelPoints(last)) < 0 && rest.length > 1 && coverage(readLevels(first.words).rest, rest) <= 0.5
}

/** True where nothing but stops lies between two statements. */
const isBeside = (plain: string, last: Draft, next: Draft): boolean =>
  /^[\s，。；、]*$/.test(plain.slice(last.statement.end, next.statement.leadSpan.start))

const isZeroStep = (draft: Draft): boolean => draft.rule.kind === 'zero_if' && draft.statement.kind === 'zero' && !isOtherwise(draft)

export const isOtherwise = (draft: Draft): boolean => /^[，；。、\s]*(?:否则|反之|其他|其余|其它|除此|以外)/.test(draft.words)

const areExclusive = (one: Draft | undefined, other: Draft | undefined): boolean =>
  one !== undefined && other !== undefined && (excludes(one.words, other.words) || measureAlike(one.words, other.words))

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
  if (addsUp && note === undefined && !(given.length === 2 && areExclusive(given[0], given[1]))) return undefined
  return joinTiers(run, note !== undefined && isAddedUp(note) ? 'sum' : 'max')
}
