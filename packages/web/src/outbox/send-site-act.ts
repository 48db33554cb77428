import type { AssessmentAnswer, InspectionAnswer, InspectionMark } from '../api/contract.ts'
import { RequestProblem } from '../api/problem.ts'
import { request, sendBytes } from '../api/request.ts'
import type { Base } from './base.ts'
import type { Outcome } from './outcome.ts'
import type { StoredBytes } from './queue-database.ts'
import { sayMark } from './site-acts.ts'
import type { InspectAct, SiteAct } from './site-acts.ts'

/** A line that says nothing for this long is cut, and tried again. */
const wordsTime = 30_000
const bytesTime = 120_000

type Sending = { readonly here: string; readonly owner: string; readonly bytes: StoredBytes | undefined }

/** Sends what an inspector gave at a school. A mark that meets another one is never written over it: a person chooses. */
export const sendSiteAct = async (act: SiteAct, { here, owner, bytes }: Sending): Promise<Outcome> => {
  const item = `${here}/inspections/${encodeURIComponent(owner)}/items/${act.no}`
  switch (act.kind) {
    case 'site_photo': {
      if (bytes === undefined) return stuckWith(0, `${act.name}在这台设备上被清掉了。请在第${act.no}条重新拍一次。`)
      const file = new Blob([bytes.bytes], { type: bytes.type })
      const kept = await sendBytes<{ readonly sha256: string }>(`${item}/photos/${act.sha256}`, file, act.name, AbortSignal.timeout(bytesTime))
      return kept.sha256 === act.sha256 ? { kind: 'sent' } : { kind: 'later', others: true }
    }
    case 'seen': {
      const signal = AbortSignal.timeout(wordsTime)
      const path = `${item}/seen/${act.entry}`
      await (act.seen ? request<unknown>(path, { method: 'PUT', body: {}, signal }) : request<unknown>(path, { method: 'DELETE', signal }))
      return { kind: 'sent', arrived: { kind: 'seen', no: act.no, entry: act.entry, by: owner, seen: act.seen } }
    }
    case 'inspect':
      return sendMark(act, item, here, owner)
  }
}

const sendMark = async (act: InspectAct, item: string, here: string, owner: string): Promise<Outcome> => {
  try {
    return await putMark(act, item, act.base)
  } catch (error) {
    if (!(error instanceof RequestProblem) || error.problem.kind !== 'refused') throw error
    const { status, detail } = error.problem
    if (status !== 409 && status !== 412) throw error
    const stands = await lookAt(act, here, owner)
    if (stands.own !== null && sayMark(stands.own) === sayMark(act.body)) return { kind: 'sent', version: stands.own.version }
    // Nothing stands there and nothing changed: it was made on a version that is no more.
    if (stands.own === null && stands.selfScore === act.against && !stands.returned && stands.open) return putMark(act, item, 'none')
    const { own, selfScore, returned } = stands
    const words = [
      ...(returned ? ['学校的表退回去改了'] : []),
      ...(selfScore === act.against ? [] : [`自查现在是${selfScore}分`]),
      ...(own === null ? [] : [`打过${sayMark(own)}`]),
    ]
    if (words.length === 0) return stuckWith(status, detail)
    return { kind: 'stuck', state: { kind: 'stuck', status, sentence: sentenceOf(act, stands), met: { kind: 'inspect', words: words.join('；'), own, selfScore, returned } } }
  }
}

const sentenceOf = (act: InspectAct, { returned, selfScore }: Standing): string => {
  if (returned) return `第${act.no}条打分后，学校的表退回去改了。打的分留在本机，等它再交。`
  if (selfScore !== act.against) return `第${act.no}条打分时自查${act.against}分，学校改后是${selfScore}分。请看一眼再定。`
  return `第${act.no}条在另一台设备上打过，两边不一样。两个都在，请选一个。`
}

const putMark = async (act: InspectAct, item: string, base: Base): Promise<Outcome> => {
  const mark = await request<InspectionMark>(item, {
    method: 'PUT',
    body: { ...act.body, against: act.against },
    signal: AbortSignal.timeout(wordsTime),
    ...(typeof base === 'number' ? { ifMatch: base } : {}),
  })
  return mark.no === act.no ? { kind: 'sent', version: mark.version } : { kind: 'later', others: true }
}

type Standing = Awaited<ReturnType<typeof lookAt>>

const lookAt = async (act: InspectAct, here: string, owner: string) => {
  const signal = AbortSignal.timeout(wordsTime)
  const assessment = await request<AssessmentAnswer>(here, { fresh: true, signal })
  const inspection = await request<InspectionAnswer>(`${here}/inspection`, { fresh: true, signal })
  const found = inspection.items.find(({ no }) => no === act.no)
  const own = found?.scores.find(({ inspector }) => inspector === owner)
  return {
    selfScore: found?.selfScore ?? act.against,
    returned: assessment.editable,
    open: assessment.stage === 'submitted' || assessment.stage === 'inspecting',
    own:
      own === undefined
        ? null
        : { score: own.score, version: own.version, ...(own.reason === null ? {} : { reason: own.reason }), ...(own.remark === null ? {} : { remark: own.remark }) },
  }
}

const stuckWith = (status: number, sentence: string): Outcome => ({ kind: 'stuck', state: { kind: 'stuck', status, sentence } })
