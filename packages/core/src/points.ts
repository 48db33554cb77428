/**
 * Points of a scoring table: exact decimals, held as whole thousandths, so that 0.1 + 0.2 is 0.3.
 * Nothing outside this file adds, caps or prints points with floating-point arithmetic.
 */
export type Points = number & { readonly __unit: 'thousandth of a point' }

const scale = 1000

export const zero = 0 as Points

/** Whole thousandths as stored in a database column. */
export const pointsFromThousandths = (thousandths: number): Points => Math.round(thousandths) as Points

/** A decimal as it stands in a form or in JSON (`0.5`) as points; more than three decimals are rounded half up. */
export const toPoints = (decimal: number): Points => Math.round(decimal * scale) as Points

/** Points as the decimal that JSON carries: `2500` thousandths is `2.5`. */
export const toDecimal = (points: Points): number => points / scale

/** True where a decimal can be held exactly: finite and at most three decimals. */
export const isExact = (decimal: number): boolean =>
  Number.isFinite(decimal) && Math.abs(decimal * scale - Math.round(decimal * scale)) < 1e-6

export const add = (a: Points, b: Points): Points => (a + b) as Points

export const subtract = (a: Points, b: Points): Points => (a - b) as Points

/** `each` taken `count` times; a count is a whole number. */
export const times = (each: Points, count: number): Points => Math.round(each * count) as Points

/** `whole` by a share from 0 to 1, rounded half up to a hundredth of a point, as marks by rate are written. */
export const share = (whole: Points, part: number): Points => (Math.round((whole * part) / 10) * 10) as Points

export const sum = (all: readonly Points[]): Points => all.reduce<number>((total, one) => total + one, 0) as Points

export const least = (a: Points, b: Points): Points => (a < b ? a : b)

export const clamp = (points: Points, maximum: Points): Points =>
  (points < 0 ? 0 : points > maximum ? maximum : points) as Points

/** Points as people write them: at most the decimals needed, `2.5`, `3`, `0.25`. */
export const formatPoints = (points: Points): string => String(points / scale)
