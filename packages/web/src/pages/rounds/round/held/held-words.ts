import { monthOf, periodsOf } from '@zicha/core'
import type { Period } from '@zicha/core'
import type { HeldAnswer } from '../../../../api/contract.ts'

/** Stretches of a year that a bureau asks about; the one that is running first: this quarter, this month. */
export const stretchesOf = (year: number, today: string): readonly Period[] => {
  const quarters = periodsOf(year, 'quarter')
  const halves = periodsOf(year, 'half')
  const whole: Period = { name: '全年', from: `${year}-01-01`, to: `${year}-12-31` }
  const holds = ({ from, to }: Period): boolean => from <= today && today <= to
  const running = quarters.find(holds)
  const month = periodsOf(year, 'month').find(holds)
  return [
    ...(running === undefined ? [] : [{ ...running, name: '本季度' }]),
    ...(month === undefined ? [] : [{ ...month, name: '本月' }]),
    whole,
    ...halves,
    ...quarters.filter((quarter) => quarter !== running),
  ]
}

/** 支委会：10月到12月，6所中4所有记录，2所没有。 */
export const heldSentence = ({ kind, from, to, units, items }: HeldAnswer): string => {
  const without = items.length - units
  const months = monthOf(from) === monthOf(to) ? `${monthOf(from)}月` : `${monthOf(from)}月到${monthOf(to)}月`
  return `${kind}：${months}，${items.length}所中${units}所有记录${without === 0 ? '。' : `，${without}所没有。`}`
}

/** For a report or a group: the sentence, then names by unit code, with how often. */
export const heldText = (answer: HeldAnswer): string => {
  const held = answer.items.filter(({ times }) => times > 0)
  const without = answer.items.filter(({ times }) => times === 0)
  return [
    heldSentence(answer),
    ...(held.length === 0 ? [] : [`有记录的：${held.map(({ name, times }) => (times === 1 ? name : `${name}${times}次`)).join('、')}。`]),
    ...(without.length === 0 ? [] : [`没有记录的：${without.map(({ name }) => name).join('、')}。`]),
  ].join('\n')
}
