import { expect, test } from 'vitest'
import { withNamedFirst } from './named-kinds.ts'

const shown = ['集中学习', '党课', '主题党日', '支委会', '研讨']

test('what a title names comes first, in its order, and no more than five are offered', () => {
  expect(withNamedFirst(shown, ['支委会', '党风廉政研究'])).toEqual(['支委会', '党风廉政研究', '集中学习', '党课', '主题党日'])
})

test('the order stays where the title names nothing, or what stands first already', () => {
  expect(withNamedFirst(shown, [])).toBe(shown)
  expect(withNamedFirst(shown, ['集中学习'])).toBe(shown)
})
