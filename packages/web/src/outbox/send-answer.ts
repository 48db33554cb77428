import type { Facts } from '@zicha/core'
import type { FactsAnswer, OverrideBody, ScoreAnswer } from '../api/contract.ts'
import { RequestProblem } from '../api/problem.ts'
import { request } from '../api/request.ts'
import type { AnswerAct, MarkAct, Met } from './item.ts'
import { sameMark, stands } from './merge-act.ts'
import type { Outcome } from './outcome.ts'

/** How often a call is made anew because others changed other things in the same moment. */
const turns = 5
const crowded: Outcome = { kind: 'later', others: true }
const met = (sentence: string, found: Met): Outcome => ({ kind: 'stuck', state: { kind: 'stuck', status: 412, sentence, met: found } })

/** `given`: the end of the address that names whose it was, where it was taken over. */
type At = { readonly here: string; readonly given: string }

/** What this page's last call left at the server: forty answers in a row need no second call each. */
let lately: { readonly path: string; readonly epoch: string | null; readonly facts: FactsAnswer } | undefined

/**
 * Puts an answer on exactly what its giver saw. Others may have answered other questions since; where the same one was
 * answered otherwise, nothing is sent and a person chooses. If-Match holds what was looked at until the call is through.
 */
export const sendAnswer = async ({ here, given }: At, act: AnswerAct, epoch: string | null, signal: AbortSignal): Promise<Outcome> => {
  const path = `${here}/facts`
  const remembered = lately?.path === path && lately.epoch === epoch ? lately.facts : undefined
  lately = undefined
  let found = remembered ?? (await request<FactsAnswer>(path, { fresh: true, signal }))
  for (let turn = 0; turn < turns; turn += 1) {
    if (!stands(found.facts, act.facts) && !stands(found.facts, act.before)) {
      // What is remembered may be behind: it is no ground to call a person.
      if (found !== remembered) return met('同事也答了这一题，两边不一样。两个都在，请选一个。', metAnswer(found, act))
      found = await request<FactsAnswer>(path, { fresh: true, signal })
      continue
    }
    try {
      const facts = await request<FactsAnswer>(`${path}${given}`, { method: 'PUT', body: { facts: act.facts }, ifMatch: found.version, signal })
      lately = { path, epoch, facts }
      return { kind: 'sent', version: facts.version, arrived: { kind: 'facts', facts } }
    } catch (error) {
      found = currentOf<FactsAnswer>(error)
    }
  }
  return crowded
}

const metAnswer = (found: FactsAnswer, act: AnswerAct): Met => {
  const keys = [...new Set([...Object.keys(act.before), ...Object.keys(act.facts)])]
  const facts = Object.fromEntries(keys.map((key) => [key, found.facts[key] ?? null]))
  const who = keys.flatMap((key) => found.answered[key] ?? []).at(-1)
  return { kind: 'answer', facts, words: wordsOf(act, facts), ...who }
}

const wordsOf = (act: AnswerAct, facts: Facts): string => {
  const isNothing = (value: Facts[string] | undefined) => value === null || value === undefined
  const choice = act.choices.find((one) => stands(facts, one.facts) && Object.values(one.facts).some((value) => !isNothing(value)))
  if (choice !== undefined) return choice.label
  const value = facts[act.key]
  if (value === null || value === undefined) return '没有答'
  if (typeof value === 'boolean') return value ? '有' : '没有'
  return Array.isArray(value) ? value.join('、') : typeof value === 'object' ? '不适用' : String(value)
}

/** The same for an own mark, on the score that is looked at first. */
export const sendMark = async ({ here, given }: At, act: MarkAct, signal: AbortSignal): Promise<Outcome> => {
  const readScore = () => request<ScoreAnswer>(`${here}/score`, { fresh: true, signal })
  const arrived = (score: ScoreAnswer): Outcome => ({ kind: 'sent', version: score.version, arrived: { kind: 'score', score } })
  const path = `${here}/overrides/${act.criterion}${given}`
  let found = await readScore()
  for (let turn = 0; turn < turns; turn += 1) {
    const there = markIn(found, act.criterion)
    if (!sameMark(there?.body ?? null, act.before) && !sameMark(there?.body ?? null, act.body)) {
      return met('同事也改了这一处的分，两边不一样。两个都在，请选一个。', {
        kind: 'mark',
        body: there?.body ?? null,
        words: there === undefined ? '用系统的分' : `${there.body.score}分，${there.body.reason}`,
        ...(there === undefined ? {} : { by: there.by }),
      })
    }
    const on = { ifMatch: found.version, signal }
    try {
      if (act.body !== null) return arrived(await request<ScoreAnswer>(path, { method: 'PUT', body: act.body, ...on }))
      await request<undefined>(path, { method: 'DELETE', ...on })
      return arrived(await readScore())
    } catch (error) {
      found = currentOf<ScoreAnswer>(error)
    }
  }
  return crowded
}

/** A person's own mark of a criterion, as a score carries it. */
export const markIn = (score: ScoreAnswer, criterion: string): { readonly body: OverrideBody; readonly by: string } | undefined => {
  const own = score.criteria.find(({ id }) => id === criterion)?.override
  return own === undefined ? undefined : { body: { score: own.score, reason: own.reason }, by: own.by }
}

/** What a 412 says that stands there; everything else is raised again. */
const currentOf = <T>(error: unknown): T => {
  if (error instanceof RequestProblem && error.kind === 'stale' && error.problem.kind === 'refused' && error.problem.current !== undefined) {
    return error.problem.current as T
  }
  throw error
}
