import type { Job } from '../api/contract.ts'
import { jobFileAddress, useAskForWork, useCancelJob, useLatestJob } from '../api/jobs.ts'
import { sizeWords } from '../evidence/size-words.ts'
import { ProblemSummary } from '../ui/ProblemSummary.tsx'
import './long-work.css'

/** One thing that takes long: asked for, watched or left alone, fetched. `path` asks for it, `verb` is its button. */
export const LongWork = (of: { readonly kind: string; readonly round: string; readonly unit?: string; readonly path: string; readonly body?: object; readonly verb: string }) => {
  const latest = useLatestJob(of.kind, of.unit === undefined ? { round: of.round } : { round: of.round, unit: of.unit })
  const ask = useAskForWork(of.path, of.body)
  const cancel = useCancelJob()
  const job = latest.data ?? undefined
  const isRunning = job?.status === 'queued' || job?.status === 'running'
  const isThere = job?.status === 'done'
  const isBusy = isRunning || ask.isPending
  return (
    <>
      <ProblemSummary problem={ask.error ?? cancel.error} />
      <p className="after-rule work-said" role="status">
        {job === undefined ? '' : wordsOf(job)}
      </p>
      <div className="acts">
        {isThere ? (
          <a className="button primary" href={jobFileAddress(job.id)}>
            下载压缩包
          </a>
        ) : null}
        {isRunning ? (
          <button type="button" className="button" onClick={() => cancel.mutate(job.id)}>
            停下
          </button>
        ) : isThere && job.upToDate ? null : (
          <button type="button" className="button" aria-disabled={isBusy} onClick={() => (isBusy ? undefined : ask.mutate())}>
            {isThere ? '按现在的数据再做一份' : of.verb}
          </button>
        )}
      </div>
    </>
  )
}

const wordsOf = (job: Job): string => {
  switch (job.status) {
    case 'queued':
      return '排着队，马上开始。可以离开这一页，回来再看。'
    case 'running':
      return `正在做${job.of === 0 ? '' : `，${job.done}/${job.of}`}。可以离开这一页，回来再看。`
    case 'done':
      return `做好了，${sizeWords(job.size ?? 0)}，留7天。${job.said === null ? '' : `${job.said}。`}${job.upToDate ? '' : '做好以后数据又有改动。'}`
    case 'expired':
      return '上次做的过了保留期，清掉了。数据都在，可以再做一份。'
    case 'cancelled':
      return '停下了，没有做。'
    case 'failed':
      return job.said ?? '没有做成，数据没有变动。请再做一次。'
  }
}
