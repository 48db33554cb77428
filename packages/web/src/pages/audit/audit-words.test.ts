import { expect, test } from 'vitest'
import { aboutTarget, sayAction } from './audit-words.ts'

test('an action is said in words, an unknown one as it is', () => {
  expect(sayAction('stage.returned')).toBe('退回')
  expect(sayAction('new.thing')).toBe('new.thing')
})

test('an address names its unit, its round and its person, and whose it was where another sent it', () => {
  expect(aboutTarget('/rounds/2026/units/yucai/inspections/ivy/items/5')).toEqual({
    unit: 'yucai',
    person: null,
    round: '2026',
    item: '5',
    giver: null,
  })
  expect(aboutTarget('/rounds/2026/units/yucai/facts?givenBy=%E9%99%88%E9%9D%99')).toMatchObject({ unit: 'yucai', giver: '陈静' })
  expect(aboutTarget('/users/%E7%8E%8B%E4%B8%BD/link')).toMatchObject({ person: '王丽', unit: null })
})
