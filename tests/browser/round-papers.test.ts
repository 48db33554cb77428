import { expect } from 'vitest'
import { desk, test } from './open-world.ts'

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
