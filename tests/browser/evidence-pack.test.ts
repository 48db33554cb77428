import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readZip } from '../../packages/server/src/testing/read-zip.ts'
import { test } from './open-world.ts'

test('A school takes its year along in two actions, and anybody holds it against its list from the disk, without a network', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, '/rounds/2026/units/yucai/papers')
  clerk.countAnew()
  await clerk.tap(clerk.page.getByRole('button', { name: '做材料包' }))
  await clerk.page.getByText('清单校验码').waitFor()
  const download = await clerk.download(clerk.page.getByRole('link', { name: '下载压缩包' }).last())
  expect(clerk.actions).toBe(2)
  const code = /清单校验码 ([0-9A-F-]{14})/.exec(await clerk.page.getByText('清单校验码').innerText())?.[1] ?? ''
  const folder = mkdtempSync(join(tmpdir(), 'zicha-pack-'))
  try {
    const zip = join(folder, 'pack.zip')
    await download.saveAs(zip)
    const bytes = readFileSync(zip)
    const parts = readZip(bytes)
    writeFileSync(join(folder, '核验.html'), parts.get('核验.html') ?? '')
    const page = await (clerk.page.context().browser() ?? failed()).newPage()
    await page.context().setOffline(true)
    await page.goto(pathToFileURL(join(folder, '核验.html')).href)
    expect(await page.getByText('清单校验码').innerText()).toContain(code)
    await verify(page, zip, /^\d+个文件都和清单一致，没有改动过。$/)
    expect(await page.getByText('✗').count()).toBe(0)
    // One byte of the first document is another.
    const at = bytes.indexOf(parts.get('自查表.docx') ?? Buffer.alloc(0)) + 100
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(zip, bytes)
    await verify(page, zip, /^1个文件缺少或和清单不一致/)
    expect(await page.locator('li', { hasText: '自查表.docx' }).innerText()).toContain('✗ 不一致')
    await page.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test("The bureau gets a school's packet from that school's page", async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', undefined, '/rounds/2026/units/yucai')
  bureau.countAnew()
  await bureau.tap(bureau.page.getByRole('link', { name: '记录册、目录和材料包' }))
  await bureau.tap(bureau.page.getByRole('button', { name: '做材料包' }))
  await bureau.page.getByRole('link', { name: '下载压缩包' }).waitFor()
  expect(bureau.actions).toBe(2)
})

const verify = async (page: Page, zip: string, says: RegExp): Promise<void> => {
  await page.setInputFiles('#zip', [])
  await page.setInputFiles('#zip', zip)
  await page.getByText(says).waitFor()
}

const failed = (): never => {
  throw new Error('the browser is gone')
}
