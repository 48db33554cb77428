import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { readZip } from '../../packages/server/src/testing/read-zip.ts'
import { askServer, fetchBytes } from './ask-server.ts'
import { desk, settled, test } from './open-world.ts'
import { readDocx } from './read-docx.ts'
import { writeWordLetter } from './write-table.ts'

test('The bureau has the summary table and all filled Word tables in one zip with two actions each from its board', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, '/rounds/2026')
  bureau.countAnew()
  await bureau.tap(bureau.page.getByRole('link', { name: '汇总导出' }))
  const summary = await bureau.download(bureau.page.getByRole('link', { name: '下载Excel' }))
  expect(bureau.actions).toBe(2)
  expect(summary.suggestedFilename()).toMatch(/检查汇总表_2026\.xlsx$/u)
  bureau.countAnew()
  await bureau.tap(bureau.page.getByRole('button', { name: '做压缩包' }))
  await bureau.page.getByText('做好了').waitFor()
  const zip = await bureau.download(bureau.page.getByRole('link', { name: '下载压缩包' }))
  expect(bureau.actions).toBe(2)
  expect(zip.suggestedFilename()).toMatch(/^自查表_2026_6所\.zip$/u)
  // Left and come back to, it is still there.
  await bureau.page.goto(`${demonstration.server.address}/rounds/2026/papers`)
  await bureau.page.getByRole('link', { name: '下载压缩包' }).waitFor()
})

test('A bureau sets the feedback letter in its own way: its words with each school’s figures; an unknown place is named and the old letter stays', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, '/rounds/2026/papers')
  const { page } = bureau
  const own = writeWordLetter([
    '仪征市教育局文件',
    '{学校}：',
    '{年度}年度自查{自查得分}分，检查{检查得分}分，特此函告。',
    '{#不同条目}',
    '第{条号}条由{自查}分核为{检查}分，理由是{理由}。',
    '{/不同条目}',
    '联系电话0514-83400000',
  ])
  const row = page.getByRole('listitem').filter({ hasText: '反馈意见书' })
  const put = (name: string, buffer: Buffer) =>
    row.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer })
  await row.getByText('用系统自带的').waitFor()
  await put('我局意见书.docx', own)
  await row.getByText('用局里的：我局意见书.docx').waitFor()
  await row.getByText('没有用到{教育局}、{核验码}、{整改问题}，信里就没有这些。').waitFor()

  await bureau.tap(page.getByRole('button', { name: '做意见书' }))
  await page.getByText('做好了').waitFor()
  const download = await bureau.download(page.getByRole('link', { name: '下载压缩包' }))
  const letters = readZip(readFileSync(await download.path()))
  expect(letters.size).toBeGreaterThan(0)
  for (const [name, word] of letters) {
    const { text } = readDocx(word)
    const at = `/rounds/2026/units/${name.split('_')[0] ?? ''}`
    const inspection = await askServer<{ readonly total: number; readonly items: readonly { readonly no: number; readonly score: number; readonly selfScore: number }[] }>(bureau, `${at}/inspection`)
    const self = inspection.items.reduce((sum, one) => sum + one.selfScore * 1000, 0) / 1000
    expect(text, name).toMatch(/^仪征市教育局文件.+：2026年度自查/u)
    expect(text, name).toContain(`自查${self}分，检查${inspection.total}分，特此函告。`)
    for (const { no, score, selfScore } of inspection.items) {
      expect(text.includes(`第${no}条由${selfScore}分核为${score}分，理由是`), `${name} ${no}`).toBe(score !== selfScore)
    }
    expect(text, name).toMatch(/联系电话0514-83400000$/u)
    expect(text, name).not.toMatch(/[{}]|。。/u)
  }

  bureau.expectStatus(422)
  await put('写错的.docx', writeWordLetter(['{学校}{校长姓名}：']))
  await page.getByText('模板里的“{校长姓名}”系统不认得', { exact: false }).waitFor()
  await row.getByText('用局里的：我局意见书.docx').waitFor()
  bureau.expectStatus(422)
  await put('活动记录册.docx', writeWordLetter(['2026年度活动记录册']))
  await page.getByText('这份里没有一个能用的名字，没有换，还用原来的。', { exact: false }).waitFor()
  await row.getByText('用局里的：我局意见书.docx').waitFor()
  const address = (await row.getByRole('link', { name: '下载模板' }).getAttribute('href')) ?? ''
  expect((await fetchBytes(bureau, address)).equals(own)).toBe(true)
  await page.reload()
  await settled(bureau)
  await bureau.tap(row.getByRole('button', { name: '用回自带的' }))
  await row.getByText('用系统自带的').waitFor()
})
