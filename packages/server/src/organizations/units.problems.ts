import { Problem, unprocessable } from '../http/problem.ts'

const title = '单位放得不对'

export const codeReserved = (): Problem =>
  unprocessable('unit.code_reserved', '这个编码留作他用', '编码“root”留给系统管理员，请换一个编码。没有保存。')

export const parentMissing = (code: string): Problem =>
  unprocessable('unit.parent_missing', title, `没有编码为“${code}”的上级单位，请先建好它。没有保存。`, [
    { pointer: '#/parent', detail: '请填已有单位的编码' },
  ])

export const parentUnfit = (detail: string): Problem =>
  unprocessable('unit.parent_unfit', title, `${detail}没有保存。`, [{ pointer: '#/parent', detail }])

export const kindFixed = (current: unknown): Problem =>
  new Problem({
    code: 'unit.kind_fixed',
    status: 409,
    title: '单位类别不能改',
    detail: '这个单位的类别定了就不能改，没有保存。请用新编码另建一个。',
    current,
  })

export const bureauFixed = (current: unknown): Problem =>
  new Problem({
    code: 'unit.bureau_fixed',
    status: 409,
    title: '不能换到别的教育局',
    detail: '这个单位已有人员或自查表，不能换到别的教育局。没有保存；请用新编码另建。',
    current,
  })

export const onlySchools = (): Problem => unprocessable('unit.only_schools', '只有学校可以停用', '教育局和市级单位不能停用，没有改动。')

export const stillInRounds = (years: readonly number[], current: unknown): Problem =>
  new Problem({
    code: 'unit.in_rounds',
    status: 409,
    title: '还有没定稿的年度',
    detail: `${years.slice(0, 3).join('、')}年度的表还没有定稿，没有停用。停用以后照样能办完；要停用，请再确认一次。`,
    current,
  })
