import { Problem, forbidden, unprocessable } from '../http/problem.ts'

export const unitMissing = (code: string): Problem =>
  unprocessable('user.unit_missing', '没有这个单位', `没有编码为“${code}”的单位，请先建好它。没有保存。`, [
    { pointer: '#/unit', detail: '请填已有单位的编码' },
  ])

export const roleUnfit = (detail: string): Problem =>
  unprocessable('user.role_unfit', '岗位与单位对不上', `${detail}没有保存。`, [{ pointer: '#/role', detail }])

export const roleNotYours = (): Problem => forbidden('这个岗位由系统管理员来设，当前账号不能设。没有保存。')

export const lastAdmin = (current: unknown): Problem =>
  new Problem({
    code: 'user.last_admin',
    status: 409,
    title: '最后一位管理员',
    detail: '这是最后一位在用的管理员，停用后就没人能管系统。没有保存；请先另设一位。',
    current,
  })
