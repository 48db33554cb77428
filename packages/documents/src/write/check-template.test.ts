import { expect, test } from 'vitest'
import { publishedTable, shippedForm } from '../testing/shipped-form.ts'
import { checkTemplate } from './write-document.ts'

test('the published table and its form belong together', async () => {
  expect(await checkTemplate(publishedTable(), shippedForm())).toEqual([])
})

test('a form with an item more, or with other words, is told apart from the published table', async () => {
  const form = shippedForm()
  const more = { ...form, items: [...form.items, { no: 31, section: 8, points: 1, duty: '另一条。', clause: '得1分。' }] }
  expect(await checkTemplate(publishedTable(), more)).toMatchObject([{ code: 'document.template_item_missing', where: '第31条' }])
  const fewer = { ...form, items: form.items.slice(0, 29) }
  expect(await checkTemplate(publishedTable(), fewer)).toMatchObject([{ code: 'document.template_row_unknown', where: '表格第31行' }])
})

test('a file that is no Word table is told with what to do', async () => {
  expect(await checkTemplate(new Uint8Array([1, 2, 3]), shippedForm())).toMatchObject([{ code: 'document.template_not_word' }])
})
