import fc from 'fast-check'
import { expect, test } from 'vitest'
import { titleLinesOf } from './title-lines.ts'

test.each([
  ['校园安全工作考核表（2026年度）', ['校园安全工作考核表（2026年度）']],
  ['扬州市中小学（幼儿园）党组织全面从严治党主体责任履行情况自查表', ['扬州市中小学（幼儿园）党组织全面从严治党', '主体责任履行情况自查表']],
  ['云江市中小学规范办学行为与减轻学生课业负担工作考核表', ['云江市中小学规范办学行为', '与减轻学生课业负担工作考核表']],
])('%s is broken by sense', (title, lines) => {
  const found = titleLinesOf(title)
  expect(found.join('')).toBe(title)
  expect(found).toHaveLength(lines.length)
  expect(Math.max(...found.map((line) => line.length))).toBeLessThanOrEqual(20)
})

test('no word of a title is lost, and every line fits', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 100 }), (title) => {
      const lines = titleLinesOf(title)
      expect(lines.join('')).toBe(title.trim())
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(20)
    }),
  )
})
