import { hashPassword } from '../accounts/password-hash.ts'
import { write } from '../database/transaction.ts'
import { getForm } from '../forms/get-form.ts'
import { bestAnswers } from './best-answers.ts'
import type { House } from './harness.ts'
import { openRound, submit, yucai } from './open-round.ts'
import { testPassword } from './people.ts'

/** yucai, filled with full marks, submitted and inspected by Ivy: item 5 got 4 of 6, every other mark agrees. */
export const inspectSchool = async (house: House): Promise<string> => {
  await openRound(house)
  await house.as('alice').put(`${yucai}/facts`, { facts: bestAnswers(getForm('yangzhou-2022')) })
  await submit(house)
  return inspectSubmitted(house)
}

/** The inspection alone, of a school that submitted. */
export const inspectSubmitted = async (house: House): Promise<string> => {
  const { items } = (await house.as('ivy').get(`${yucai}/inspection`)).body as { readonly items: readonly { no: number; max: number }[] }
  for (const { no, max } of items) {
    const mark = no === 5 ? { score: max - 2, reason: '9月、10月没有记录' } : { score: max }
    await house.as('ivy').put(`${yucai}/inspections/ivy/items/${no}`, mark)
  }
  const inspected = await house.as('ivy').post(`${yucai}/stage`, { to: 'inspected' })
  if (inspected.status !== 200) throw new Error(`the inspection could not be ended: ${inspected.bytes.toString()}`)
  const hash = await hashPassword(testPassword)
  await write(house.database, (trx) => trx.updateTable('users').set({ password_hash: hash }).where('username', '=', 'sun').execute())
  return (inspected.body as { readonly snapshot: { readonly hash: string } }).snapshot.hash
}

export const signSchool = (house: House) => house.as('sun').post(`${yucai}/stage`, { to: 'signed', password: testPassword })

/** A hand that went across the ground twice. */
export const strokes = [
  [[40, 60], [180, 140], [320, 50]],
  [[120, 30], [130, 170]],
]
