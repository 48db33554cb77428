import { Problem } from '../http/problem.ts'

export const storeNotEmpty = (): Problem =>
  new Problem({ code: 'imports.store_not_empty', status: 409, title: '这里已经有数据', detail: '导入只用在空的系统上，这里已经有单位。现有数据没有动；请另起一个空的数据目录再导入。' })

export const importUnfinished = (): Problem =>
  new Problem({ code: 'imports.running', status: 409, title: '已经有一份在导入', detail: '已经有一份正在导入，这一份没有收。请等它做完。', retry: 'later', retryAfterSeconds: 10 })
