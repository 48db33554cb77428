import { randomUUID } from 'node:crypto'
import type { Answer, House } from './harness.ts'

/** The round that most tests work in: the shipped form, the year of the test's clock, two schools, two inspectors. */
export const roundBody = {
  form: 'yangzhou-2022',
  year: 2026,
  opensOn: '2026-09-01',
  dueOn: '2026-12-20',
  listNumber: '市督考办〔2026〕3号',
  units: ['shiyan', 'yucai'],
  inspectors: { yucai: ['ian', 'ivy'] },
}

export const yucai = '/rounds/2026/units/yucai'
export const shiyan = '/rounds/2026/units/shiyan'

/** Opened by the bureau over HTTP; the same call again changes nothing. */
export const openRound = async (house: House): Promise<Answer> => {
  const answer = await house.as('betty').put('/rounds/2026', roundBody)
  if (answer.status > 201) throw new Error(`the round could not be opened: ${answer.bytes.toString()}`)
  return answer
}

/** A meeting as a clerk would record it. */
export const meeting = (changes: object = {}): object => ({
  countsAs: ['集中学习'],
  title: '3月集中学习',
  happenedOn: '2026-03-11',
  ...changes,
})

/** A new name and the address of the entry under it. */
export const newEntry = (at: string): string => `${at}/entries/${randomUUID()}`

/** Submits yucai as its secretary. */
export const submit = (house: House, at: string = yucai): Promise<Answer> =>
  house.as(at === yucai ? 'sun' : 'bai').post(`${at}/stage`, { to: 'submitted' })
