import { expect, test } from 'vitest'
import { elementsBelow, wordAttribute } from '../fill/word-xml.ts'
import { hostileStrings } from '../testing/hostile-strings.ts'
import { readWord } from '../testing/read-word.ts'
import type { Letter } from './letter.ts'
import { writeLetter } from './write-letter.ts'

const letter: Letter = {
  title: ['关于开展自查的通知'],
  to: '各学校党组织',
  body: [
    { kind: 'head', level: 1, text: '一、范围' },
    { kind: 'text', text: '共2所学校。' },
  ],
  attachments: ['自查表', '学校名单'],
  from: '云江市教育局',
  date: '2026-11-24',
  hints: ['请补清单编号。'],
  lists: [
    {
      label: '附件2',
      title: '学校名单',
      columns: [{ head: '序号', width: 16, align: 'center' }, { head: '学校', width: 140, align: 'left' }],
      rows: [['1', '柳溪村小学'], ['2', '育才小学']],
    },
  ],
}

test('a letter has its parts in the order of an official letter, on the page of one', async () => {
  const { document } = readWord(await writeLetter(letter))
  const lines = elementsBelow(document, 'p').map((one) => elementsBelow(one, 't').map((run) => run.textContent).join('')).filter((line) => line !== '')
  expect(lines).toEqual([
    '〔草稿提示，定稿前删去〕请补清单编号。', '关于开展自查的通知', '各学校党组织：', '一、范围', '共2所学校。', '附件：1．自查表', '2．学校名单',
    '云江市教育局', '2026年11月24日', '附件2', '学校名单', '序号', '学校', '1', '柳溪村小学', '2', '育才小学',
  ])
  const [margin] = elementsBelow(document, 'pgMar')
  expect(['top', 'left', 'right', 'bottom'].map((side) => Math.round(Number(margin === undefined ? 0 : wordAttribute(margin, side)) / 56.7))).toEqual([37, 28, 26, 35])
  const [, , , , , , text] = elementsBelow(document, 'ind')
  expect(text === undefined ? '' : wordAttribute(text, 'firstLine')).toBe('640')
})

test('what no Word file can hold is left out, everything else is kept as text', async () => {
  for (const text of hostileStrings.slice(0, 40)) {
    const bytes = await writeLetter({ ...letter, to: text, body: [{ kind: 'text', text }] })
    expect(elementsBelow(readWord(bytes).document, 'tbl')).toHaveLength(1)
  }
})
