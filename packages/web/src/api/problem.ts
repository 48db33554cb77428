import type { ProblemShape } from './contract.ts'

/** Why a call has no answer, as a value. `refused` carries the server's own sentence, shown to people as it stands. */
export type Problem =
  | { readonly kind: 'offline' }
  | { readonly kind: 'unreadable'; readonly status: number }
  | ({ readonly kind: 'refused' } & ProblemShape)

/** The envelope in which a problem travels through the query library. */
export class RequestProblem extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.kind === 'refused' ? problem.code : problem.kind)
    this.name = 'RequestProblem'
    this.problem = problem
  }

  /** What happened, what is safe, what to do: shown as it stands. */
  get sentence(): string {
    return problemSentence(this)
  }

  /** 编号, where the office may need it. */
  get reference(): string | undefined {
    return referenceOf(this)
  }

  /** What a page does about it. */
  get kind(): 'offline' | 'signed_out' | 'absent' | 'stale' | 'differs' | 'other' {
    const { problem } = this
    if (problem.kind === 'offline') return 'offline'
    if (problem.kind === 'unreadable') return 'other'
    switch (problem.status) {
      case 401:
        return 'signed_out'
      case 404:
      case 410:
        return 'absent'
      case 412:
        return 'stale'
      case 409:
        return 'differs'
      default:
        return 'other'
    }
  }
}

/** What happened, what is safe, what to do. */
export const problemSentence = ({ problem }: RequestProblem): string => {
  switch (problem.kind) {
    case 'offline':
      return '没有连上。填的内容都还在这一页，连上网络后再试一次。'
    case 'unreadable':
      return '服务器没有答上来。填的内容都还在这一页，过一会儿再试。'
    case 'refused':
      return problem.detail
  }
}

/** 编号: the few letters by which the office finds the request in its log; only where a person can do nothing alone and the sentence has not said it. */
export const referenceOf = ({ problem }: RequestProblem): string | undefined =>
  problem.kind === 'refused' && problem.status >= 500 && problem.requestId !== undefined && !problem.detail.includes('编号')
    ? problem.requestId.replace(/[^0-9a-z]/giu, '').slice(-4).toUpperCase()
    : undefined

/** The server's words about single members of the body, by JSON pointer: `#/happenedOn`. */
export const memberFaults = ({ problem }: RequestProblem): readonly { readonly pointer: string; readonly detail: string }[] =>
  problem.kind === 'refused' ? (problem.errors ?? []) : []

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: RequestProblem
  }
}
