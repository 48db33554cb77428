import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Finding } from '../finding.ts'

/** A unit that may be drawn. `stratum` is what the draw keeps in proportion: 小学, 公办; absent: all are one. */
export type DrawUnit = { readonly code: string; readonly stratum?: string }

export type DrawInput = {
  /** What was thrown or read out in the room: a lottery number, the eyes of dice. Blanks around it do not count. */
  readonly seed: string
  readonly units: readonly DrawUnit[]
  /** How many are drawn in all. */
  readonly count: number
}

/** One unit with the number that its place follows from; `place` is its place in its stratum, from 1. */
export type DrawnUnit = {
  readonly code: string
  readonly stratum: string
  readonly digest: string
  readonly place: number
  readonly drawn: boolean
}

export type Draw = {
  readonly seed: string
  /** Every unit, by stratum, then by digest: the drawn ones of a stratum come first. */
  readonly units: readonly DrawnUnit[]
  readonly strata: readonly { readonly name: string; readonly units: number; readonly drawn: number }[]
  /** Codes of the drawn units in their own order. */
  readonly drawn: readonly string[]
}

/** How the draw is done, in the words of its record; `printf '%s\n%s' 种子 代码 | sha256sum` gives the same numbers. */
export const drawMethod = [
  '每个单位算一个数：把种子、一个换行、单位代码连成一段UTF-8文字，取SHA-256，写成64位小写十六进制。',
  '同一层里按这个数从小到大排，排在前面的抽中。数相同的按代码排。',
  '分层时，名额按各层单位数分：先取整数部分，剩下的名额给余数大的层，余数相同按层名的编码顺序。',
] as const

/**
 * A draw that anybody can repeat: the same seed and units give the same result, in whatever order the units come.
 * Answers findings where there is nothing to draw from: no seed, no number, a unit named twice.
 */
export const drawUnits = (input: DrawInput): Draw | { readonly findings: readonly Finding[] } => {
  const findings = checkDraw(input)
  if (findings.length > 0) return { findings }
  const seed = input.seed.trim()
  const names = [...new Set(input.units.map(stratumOf))].sort(byCode)
  const members = names.map((name) => input.units.filter((unit) => stratumOf(unit) === name))
  const quotas = shareOut(input.count, members.map((all) => all.length))
  const units = members.flatMap((all, index) => orderWithin(seed, all, quotas[index] ?? 0))
  return {
    seed,
    units,
    strata: names.map((name, index) => ({ name, units: members[index]?.length ?? 0, drawn: quotas[index] ?? 0 })),
    drawn: units.filter((unit) => unit.drawn).map((unit) => unit.code).sort(byCode),
  }
}

/** The number of units that a share in percent asks for: always up, so that a share of few is not none. */
export const countForShare = (units: number, percent: number): number => Math.min(units, Math.ceil((units * percent) / 100))

const stratumOf = (unit: DrawUnit): string => unit.stratum ?? ''

/** By code unit, the same on every machine and in every language. */
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const digestOf = (seed: string, code: string): string => bytesToHex(sha256(utf8ToBytes(`${seed}\n${code}`)))

const orderWithin = (seed: string, units: readonly DrawUnit[], quota: number): readonly DrawnUnit[] =>
  units
    .map((unit) => ({ code: unit.code, stratum: stratumOf(unit), digest: digestOf(seed, unit.code) }))
    .sort((a, b) => byCode(a.digest, b.digest) || byCode(a.code, b.code))
    .map((unit, index) => ({ ...unit, place: index + 1, drawn: index < quota }))

/** Largest remainders, in whole numbers: the remainders are compared as count × size modulo the sum of sizes. */
const shareOut = (count: number, sizes: readonly number[]): readonly number[] => {
  const all = sizes.reduce((total, size) => total + size, 0)
  const whole = sizes.map((size) => Math.floor((count * size) / all))
  const left = count - whole.reduce((total, one) => total + one, 0)
  const order = sizes
    .map((size, index) => ({ index, rest: (count * size) % all }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  const more = new Set(order.slice(0, left).map(({ index }) => index))
  return whole.map((one, index) => (more.has(index) ? one + 1 : one))
}

const checkDraw = ({ seed, units, count }: DrawInput): readonly Finding[] => {
  const codes = new Set<string>()
  const twice = units.filter(({ code }) => codes.size === codes.add(code).size)
  return [
    ...(seed.trim() === '' ? [fault('draw.no_seed', '/seed', '还没有种子。请当场掷骰子或取一个开奖号码填上。')] : []),
    ...(/[\r\n]/u.test(seed.trim()) ? [fault('draw.seed_lines', '/seed', '种子写了几行。请写成一行。')] : []),
    ...twice.map(({ code }) => fault('draw.unit_twice', '/units', `单位“${code}”写了两次，请去掉一个。`)),
    ...(Number.isInteger(count) && count >= 1 && count <= units.length
      ? []
      : [fault('draw.count', '/count', `共${units.length}个单位，要抽${count}个。请填1到${units.length}之间的整数。`)]),
  ]
}

const fault = (code: string, where: string, message: string): Finding => ({ code, level: 'error', where, message })
