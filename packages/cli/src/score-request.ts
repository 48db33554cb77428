import { checkFacts } from '@zicha/core'
import type { Facts, FactValue, Form, ScoreInput, Stage, UnitProfile } from '@zicha/core'
import { CommandProblem } from './command.ts'
import { parseJson } from './read-input.ts'

type Members = { readonly [name: string]: unknown }

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isFactValue = (value: unknown): value is FactValue =>
  value === null ||
  typeof value === 'boolean' ||
  typeof value === 'number' ||
  typeof value === 'string' ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string')) ||
  (isObject(value) && typeof value['applicable'] === 'boolean' && Object.keys(value).length === 1)

const ownerships = ['public', 'private'] as const
const stages: readonly Stage[] = ['kindergarten', 'primary', 'junior', 'senior', 'vocational', 'special']
const organizations = ['branch', 'general_branch', 'committee', 'joint', 'none'] as const

const fail = (where: string, message: string): CommandProblem => new CommandProblem(`${where}：${message}`)

const readYear = (value: unknown, where: string): number => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2999) return value
  throw fail(where, 'year要写年度，比如2022。')
}

const readOne = <T extends string>(
  unit: Members,
  name: string,
  allowed: readonly T[],
  where: string,
): T | undefined => {
  const value = unit[name]
  if (value === undefined || value === null) return undefined
  const found = allowed.find((one) => one === value)
  if (found === undefined) throw fail(where, `unit.${name}只能是${allowed.join('、')}。`)
  return found
}

const readCount = (unit: Members, name: string, where: string): number | undefined => {
  const value = unit[name]
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw fail(where, `unit.${name}要写0或正整数。`)
}

const readStages = (unit: Members, where: string): readonly Stage[] | undefined => {
  const value = unit['stages']
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value)) throw fail(where, `unit.stages要写成一列，可以有${stages.join('、')}。`)
  return value.map((one) => {
    const found = stages.find((stage) => stage === one)
    if (found === undefined) throw fail(where, `unit.stages里只能有${stages.join('、')}。`)
    return found
  })
}

const readUnit = (value: unknown, where: string): UnitProfile => {
  if (value === undefined) return {}
  if (!isObject(value)) throw fail(where, 'unit要写成 {"ownership": "public"} 的样子。')
  const budget = value['budget']
  const retired = value['retiredOrganization']
  const read = {
    ownership: readOne(value, 'ownership', ownerships, where),
    stages: readStages(value, where),
    members: readCount(value, 'members', where),
    partyOrganization: readOne(value, 'partyOrganization', organizations, where),
    partyGroups: readCount(value, 'partyGroups', where),
    retiredOrganization: typeof retired === 'boolean' ? retired : undefined,
    budget: typeof budget === 'number' && Number.isFinite(budget) ? budget : undefined,
  }
  const { ownership, stages: taught, members, partyOrganization, partyGroups, retiredOrganization } = read
  return {
    ...(ownership === undefined ? {} : { ownership }),
    ...(taught === undefined ? {} : { stages: taught }),
    ...(members === undefined ? {} : { members }),
    ...(partyOrganization === undefined ? {} : { partyOrganization }),
    ...(partyGroups === undefined ? {} : { partyGroups }),
    ...(retiredOrganization === undefined ? {} : { retiredOrganization }),
    ...(read.budget === undefined ? {} : { budget: read.budget }),
  }
}

const readFacts = (value: unknown, where: string): Facts => {
  if (!isObject(value)) throw fail(where, 'facts要写成 {"5.2": 12} 的样子。')
  const read: [string, FactValue][] = Object.entries(value).map(([key, one]) => {
    if (!isFactValue(one)) throw fail(where, `${key}的写法不对。请填是否、数、等级或一列日期。`)
    return [key, one]
  })
  return Object.fromEntries(read)
}

/** One request of `zicha score`, read and held against the form: what cannot be scored is refused, with its place. */
export const readScoreRequest = (text: string, form: Form, where: string): ScoreInput => {
  const value = parseJson(text, where)
  if (!isObject(value)) throw fail(where, '要写成 {"year": 2022, "unit": {}, "facts": {}} 的样子。')
  const input = {
    year: readYear(value['year'], where),
    unit: readUnit(value['unit'], where),
    facts: readFacts(value['facts'], where),
  }
  const wrong = checkFacts(form, input.facts, input.unit, input.year).filter(({ level }) => level === 'error')
  const [first] = wrong
  if (first === undefined) return input
  const more = wrong.length > 1 ? `（还有${wrong.length - 1}处）` : ''
  throw fail(where, `${first.where}：${first.message}${more}`)
}
