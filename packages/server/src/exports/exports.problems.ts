import { Problem } from '../http/problem.ts'

export const notReady = (): Problem =>
  new Problem({ code: 'exports.not_ready', status: 409, title: '还没有导出完', detail: '还在导出，没有丢。过一会儿再来下载。', retry: 'later', retryAfterSeconds: 5 })

export const exportFailed = (sentence: string): Problem =>
  new Problem({ code: 'exports.failed', status: 409, title: '这次没有导出成', detail: `${sentence}数据没有动过，可以再导出一次。` })

export const exportGone = (): Problem =>
  new Problem({ code: 'exports.gone', status: 410, title: '这份导出已经清掉了', detail: '导出的文件只留7天，这一份已经清掉。数据都在，请再导出一次。' })

export const storeNotEmpty = (): Problem =>
  new Problem({ code: 'imports.store_not_empty', status: 409, title: '这里已经有数据', detail: '导入只用在空的系统上，这里已经有单位。现有数据没有动；请另起一个空的数据目录再导入。' })

export const importUnfinished = (): Problem =>
  new Problem({ code: 'imports.running', status: 409, title: '已经有一份在导入', detail: '已经有一份正在导入，这一份没有收。请等它做完。', retry: 'later', retryAfterSeconds: 10 })
