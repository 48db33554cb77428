import { Problem } from '../http/problem.ts'

export const notReady = (): Problem =>
  new Problem({ code: 'job.not_ready', status: 409, title: '还没有做完', detail: '文件还没有做完。请稍等，做完了再下载。', retry: 'later', retryAfterSeconds: 2 })

export const without = (said: string | null): Problem =>
  new Problem({ code: 'job.no_file', status: 409, title: '没有做成', detail: said ?? '这件事停下了，没有文件。数据没有变动，请重新做一次。' })

export const expired = (): Problem =>
  new Problem({ code: 'job.expired', status: 410, title: '文件过期了', detail: '这个文件的保留期到了，已经清理。数据都在，请重新做一次。' })

export const alreadyOver = (): Problem =>
  new Problem({ code: 'job.over', status: 409, title: '已经结束', detail: '这件事已经结束，不用再停。' })
