import type { FilledForm, Form } from '@zicha/core'
import { CommandProblem } from './command.ts'
import { parseJson } from './read-input.ts'

type Members = { readonly [name: string]: unknown }

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const members = ['unit', 'date', 'selfScores', 'inspectionScores', 'remarks', 'inspectors', 'verificationCode']

/** The values of one printed table, as `zicha print --result` brings them; a member of another shape is refused by name. */
export const readPrintRequest = (text: string, form: Form, where: string): FilledForm => {
  const value = parseJson(text, where)
  if (!isObject(value)) throw fail(where, '要写成 {"unit": "", "selfScores": {"1": 2}} 的样子。')
  const unknown = Object.keys(value).find((name) => !members.includes(name))
  if (unknown !== undefined) throw fail(where, `没有“${unknown.slice(0, 40)}”这一项，可以有${members.join('、')}。`)
  const date = readText(value, 'date', where)
  const inspectors = readNames(value['inspectors'], where)
  const verificationCode = readText(value, 'verificationCode', where)
  return {
    form,
    unit: readText(value, 'unit', where) ?? '',
    ...(date === undefined || date === '' ? {} : { date }),
    selfScores: readByItem(value, 'selfScores', isNumber, '要写分数', where),
    inspectionScores: readByItem(value, 'inspectionScores', isNumber, '要写分数', where),
    remarks: readByItem(value, 'remarks', isString, '要写文字', where),
    ...(inspectors === undefined ? {} : { inspectors }),
    ...(verificationCode === undefined ? {} : { verificationCode }),
  }
}

const fail = (where: string, message: string): CommandProblem => new CommandProblem(`${where}：${message}`)

const isNumber = (value: unknown): value is number => typeof value === 'number'
const isString = (value: unknown): value is string => typeof value === 'string'

const readText = (value: Members, name: string, where: string): string | undefined => {
  const text = value[name]
  if (text === undefined || text === null) return undefined
  if (typeof text !== 'string') throw fail(where, `${name}要写成文字。`)
  return text
}

const readNames = (value: unknown, where: string): readonly string[] | undefined => {
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value) || !value.every(isString)) throw fail(where, 'inspectors要写成一列姓名。')
  return value
}

/** Values by item number; `null` is a blank like an item that is not named. */
const readByItem = <T>(
  value: Members,
  name: string,
  is: (one: unknown) => one is T,
  wanted: string,
  where: string,
): Readonly<Record<number, T>> => {
  const byItem = value[name]
  if (byItem === undefined || byItem === null) return {}
  if (!isObject(byItem)) throw fail(where, `${name}要写成 {"1": …} 的样子，以条目号为名。`)
  const given = Object.entries(byItem).filter(([, one]) => one !== null)
  return Object.fromEntries(
    given.map(([no, one]) => {
      if (!/^[1-9]\d{0,3}$/u.test(no)) throw fail(where, `${name}里的“${no.slice(0, 20)}”不是条目号。`)
      if (!is(one)) throw fail(where, `${name}的第${no}条${wanted}。`)
      return [Number(no), one]
    }),
  )
}
