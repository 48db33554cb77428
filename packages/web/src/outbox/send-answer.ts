import type { FactValue } from '@zicha/core'
import type { FactsAnswer, OverrideBody, ScoreAnswer } from '../api/contract.ts'
import { request } from '../api/request.ts'
import type { AnswerAct, MarkAct, Met } from './item.ts'
import type { Outcome } from './outcome.ts'

const wordsTime = 30_000
const met = (sentence: string, found: Met): Outcome => ({ kind: 'stuck', state: { kind: 'stuck', status: 409, sentence, met: found } })

/**
 * Sends an answer or an own mark that was given while the line was down. The store keeps no version for each of them:
 * what stands there is looked at first, and where a colleague answered otherwise meanwhile, a person chooses.
 */
export const sendAnswer = (here: string, act: AnswerAct | MarkAct): Promise<Outcome> =>
  act.kind === 'answer' ? sendFacts(here, act) : sendMark(here, act)

const sendFacts = async (here: string, act: AnswerAct): Promise<Outcome> => {
  const stands = await request<FactsAnswer>(`${here}/facts`, { fresh: true, signal: AbortSignal.timeout(wordsTime) })
  const there = (key: string): FactValue | null => stands.facts[key] ?? null
  const isMet = (key: string): boolean => !isAsBefore(there(key), act.before[key] ?? null) && !isAsOurs(there(key), act.facts[key] ?? null)
  const keys = Object.keys(act.facts)
  if (keys.some(isMet)) {
    const facts = Object.fromEntries(keys.map((key) => [key, there(key)]))
    return met('同事也答了这一题，两边不一样。两个都在，请选一个。', { kind: 'answer', facts, words: wordsOf(act, facts) })
  }
  await request<FactsAnswer>(`${here}/facts`, { method: 'PUT', body: { facts: act.facts }, ifMatch: stands.version, signal: AbortSignal.timeout(wordsTime) })
  return { kind: 'sent' }
}

/** Of levels, null and false both say that none was reached. */
const isAsOurs = (one: FactValue | null, other: FactValue | null): boolean => JSON.stringify(one ?? false) === JSON.stringify(other ?? false)

/** 没做到 is an answer, and none is none: here the two are not the same. */
const isAsBefore = (one: FactValue | null, other: FactValue | null): boolean => JSON.stringify(one) === JSON.stringify(other)

const wordsOf = (act: AnswerAct, facts: AnswerAct['facts']): string => {
  const choice = act.choices.find((one) => Object.keys(one.facts).every((key) => isAsBefore(one.facts[key] ?? null, facts[key] ?? null)))
  if (choice !== undefined) return choice.label
  const value = facts[act.key]
  if (value === null || value === undefined) return '没有答'
  if (typeof value === 'boolean') return value ? '有' : '没有'
  return typeof value === 'object' ? '不适用' : String(value)
}

const sendMark = async (here: string, act: MarkAct): Promise<Outcome> => {
  const score = await request<ScoreAnswer>(`${here}/score`, { fresh: true, signal: AbortSignal.timeout(wordsTime) })
  const own = score.criteria.find(({ id }) => id === act.criterion)?.override
  const there: OverrideBody | null = own === undefined ? null : { score: own.score, reason: own.reason }
  if (!sameMark(there, act.before) && !sameMark(there, act.body)) {
    return met('同事也改了这一处的分，两边不一样。两个都在，请选一个。', {
      kind: 'mark',
      body: there,
      words: there === null ? '用系统的分' : `${there.score}分，${there.reason}`,
    })
  }
  const path = `${here}/overrides/${act.criterion}`
  const signal = AbortSignal.timeout(wordsTime)
  await (act.body === null ? request<unknown>(path, { method: 'DELETE', signal }) : request<unknown>(path, { method: 'PUT', body: act.body, signal }))
  return { kind: 'sent' }
}

const sameMark = (one: OverrideBody | null, other: OverrideBody | null): boolean => one?.score === other?.score && one?.reason === other?.reason
