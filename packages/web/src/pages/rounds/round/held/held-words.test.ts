import { expect, test } from 'vitest'
import { heldText, stretchesOf } from './held-words.ts'

test('the running quarter comes first, and each stretch of the year once', () => {
  const stretches = stretchesOf(2026, '2026-11-24')
  expect(stretches[0]).toEqual({ name: '本季度', from: '2026-10-01', to: '2026-12-31' })
  expect(stretches[1]).toEqual({ name: '本月', from: '2026-11-01', to: '2026-11-30' })
  expect(stretches).toHaveLength(8)
  expect(stretchesOf(2025, '2026-11-24')[0]?.name).toBe('全年')
})

test('the text names units by code with how often, and who has no record, without blame', () => {
  const answer = {
    kind: '支委会', from: '2026-10-01', to: '2026-12-31', units: 2,
    items: [{ unit: 'a', name: '甲校', times: 1 }, { unit: 'b', name: '乙校', times: 0 }, { unit: 'c', name: '丙校', times: 3 }],
  }
  expect(heldText(answer)).toBe('支委会：10月到12月，3所中2所有记录，1所没有。\n有记录的：甲校、丙校3次。\n没有记录的：乙校。')
  expect(heldText({ ...answer, units: 3, items: answer.items.map((one) => ({ ...one, times: 1 })) })).toBe('支委会：10月到12月，3所中3所有记录。\n有记录的：甲校、乙校、丙校。')
})
