import { expect, test } from 'vitest'
import { formerEdition, proposeEdition, publishFaults } from './editions.ts'
import type { EditionLine } from './editions.ts'

const line = (id: string, title: string, publishedAt: string | null): EditionLine => ({ id, title, edition: '2025年版', total: 100, hash: null, publishedAt })
const shelf = [
  line('a-2024', '校园安全考核表（2024年度）', '2024-03-01T00:00:00Z'),
  line('a-2025', '校园安全考核表（2025年度）', '2025-03-01T00:00:00Z'),
  line('b', '党建自查表', null),
]

test('the edition before is the last of the same table, whatever its year', () => {
  expect(formerEdition(shelf, line('a-2026', '2026年校园安全考核表', '2026-03-01T00:00:00Z'))?.id).toBe('a-2025')
  expect(formerEdition(shelf, line('c', '体育工作考核表', '2026-03-01T00:00:00Z'))).toBeUndefined()
})

test('number and edition are proposed from bureau and year, and a second one in a year gets a number', () => {
  const draft = { title: '校园安全考核表（2026年度）', fileName: '表.docx' }
  expect(proposeEdition(draft, 'yunjiang', shelf, '2026-11-24')).toEqual({ id: 'yunjiang-2026', edition: '2026年版' })
  expect(proposeEdition({ ...draft, title: '校园安全考核表（2025年度）' }, 'a', shelf, '2026-11-24')).toEqual({ id: 'a-2025-2', edition: '2025年第2版' })
  expect(publishFaults(proposeEdition(draft, '云江_1', shelf, '2026-11-24'))).toEqual([])
})

test('a number that cannot be an address is refused with its field', () => {
  expect(publishFaults({ id: '云江2026', edition: '' }).map(({ field }) => field)).toEqual(['edition-id', 'edition-name'])
})
