import { expect, test } from 'vitest'
import type { Form } from '@zicha/core'
import { checkState } from './check-words.ts'

const form = { criteria: [{ id: '2.1', item: 2 }] } as unknown as Form
const sun = { by: 'sun', byName: '孙强', at: '2020-03-12T02:00:00Z' }

test('nobody, somebody, and somebody before a change are told apart in words', () => {
  expect(checkState(form, { sections: [] }, 1)).toEqual({ checked: false, words: null })
  expect(checkState(form, { sections: [{ section: 1, ...sun }] }, 1)).toEqual({ checked: true, words: '孙强2020年3月12日核对过' })
  const undone = { by: 'li', byName: '李梅', at: '2020-03-13T02:00:00Z', criterion: '2.1' }
  expect(checkState(form, { sections: [{ section: 1, ...sun, undone }] }, 1)).toEqual({
    checked: false,
    words: '孙强2020年3月12日核对过，李梅2020年3月13日又改了第2条，要再看一遍',
  })
  expect(checkState(form, { sections: [{ section: 1, ...sun, undone: { ...undone, by: 'sun' } }] }, 1).words).toBe('孙强2020年3月12日核对过，之后又改了第2条，要再看一遍')
})
