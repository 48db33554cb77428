import { Problem, unprocessable } from '../http/problem.ts'

/** One answer for unknown, used, withdrawn and over, so that nobody learns which it was. */
export const requestOver = (): Problem =>
  new Problem({
    code: 'request.over',
    status: 404,
    title: '链接不再有效',
    detail: '这个链接用过了、到期了，或不再需要。材料可以直接交给学校的党务干部。',
  })

export const oneThingAsked = (): Problem =>
  unprocessable('request.one_thing', '要哪一样还没选定', '请选一条评分点，或选一个活动类型，只选一样。链接没有生成。', [
    { pointer: '#/criterion', detail: '评分点和活动类型选一样' },
  ])

export const noSuchCriterion = (): Problem =>
  unprocessable('request.no_criterion', '没有这个评分点', '这张表里没有这个评分点，链接没有生成。请从表上选。', [
    { pointer: '#/criterion', detail: '请从表上选' },
  ])

export const noSuchKind = (): Problem =>
  unprocessable('request.no_kind', '没有对应的活动类型', '这里没有对应的活动类型，链接没有生成。请选一个活动类型。', [
    { pointer: '#/kind', detail: '请从清单里选' },
  ])

export const notADepartment = (): Problem =>
  unprocessable('request.not_a_department', '请写部门', '请写部门，如“德育处”“团委”“财务”，不写个人。链接没有生成。', [
    { pointer: '#/from', detail: '写部门，不写姓名' },
  ])

export const alreadyAnswered = (): Problem =>
  new Problem({
    code: 'request.answered',
    status: 409,
    title: '已经交来了',
    detail: '这条记录已经交来，在全年记录里，不用撤回。要去掉，请删除那条记录。',
  })

export const oneFileOnly = (): Problem =>
  unprocessable('request.one_file', '只收一份材料', '这个链接只收一张照片或一份文件，先传的那份还在。其余请交给党务干部。')

export const fileNotSent = (): Problem =>
  unprocessable('request.file_not_sent', '照片还没传到', '照片还没有传到，这一条没有保存。请等照片传完再交，或先去掉照片。', [
    { pointer: '#/evidence/sha256', detail: '先传照片，再交记录' },
  ])

export const tooManyCalls = (remainingMs: number): Problem =>
  new Problem({
    code: 'request.too_many',
    status: 429,
    title: '来得太密',
    detail: `这个网络里交得太密，请过${Math.ceil(remainingMs / 60_000)}分钟再交。填的内容还在这一页。`,
    retryAfterSeconds: Math.ceil(remainingMs / 1000),
  })
