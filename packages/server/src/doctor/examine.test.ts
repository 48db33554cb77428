import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { write } from '../database/transaction.ts'
import { forEachEngine, openHouse, useHouse } from '../testing/harness.ts'
import type { House } from '../testing/harness.ts'
import { meeting, newEntry, openRound, submit, yucai } from '../testing/open-round.ts'
import { examine, sayExamined } from './examine.ts'

const paper = (text: string): Buffer => Buffer.from(`%PDF-1.7 ${text}`)
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const fill = async (house: House): Promise<void> => {
  await openRound(house)
  await house.as('alice').put(newEntry(yucai), meeting({ evidence: [{ sha256: hashOf(paper('one')) }] }))
  for (const text of ['one', 'two', 'three']) {
    const headers = { 'content-disposition': `attachment; filename="${text}.pdf"` }
    expect((await house.as('alice').put(`${yucai}/evidence/${hashOf(paper(text))}`, paper(text), { headers })).status).toBe(201)
  }
  await submit(house)
}
const fileOf = (house: House, text: string): string => {
  const name = hashOf(paper(text))
  return join(house.services.config.dataFolder, 'evidence', name.slice(0, 2), name)
}
const hurtIn = async (house: House): Promise<readonly string[]> =>
  (await examine(house.services, new Date())).parts.flatMap(({ hurt }) => hurt).map(({ record, why }) => `${record}：${why}`)

forEachEngine((engine) => {
  const house = useHouse(engine)

  test('a store that is well is said to be well, with what was looked at', async () => {
    await fill(house)
    const found = await examine(house.services, new Date())
    expect(found.parts.flatMap(({ hurt }) => hurt)).toEqual([])
    const lines = sayExamined(found)
    expect(lines.at(-1)).toBe('没有发现问题。')
    expect(lines[0]).toContain('存着的文件3，记录里写着的文件3。')
  })

  test('each record that is hurt is named: bytes changed, cut and gone, a row changed behind the audit, a record without its round, a broken seal', async () => {
    writeFileSync(fileOf(house, 'one'), '%PDF-1.7 eno')
    truncateSync(fileOf(house, 'two'), 3)
    rmSync(fileOf(house, 'three'))
    await write(house.database, async (trx) => {
      const second = await trx.selectFrom('audit').select('seq').orderBy('seq').offset(1).limit(1).executeTakeFirstOrThrow()
      await trx.updateTable('audit').set({ actor: 'somebody' }).where('seq', '=', second.seq).execute()
      await trx.updateTable('snapshots').set({ content: '{"self":1}' }).execute()
      await trx.updateTable('entries').set({ round: '1999' }).execute()
    })
    expect(await hurtIn(house)).toEqual([
      '操作记录第2条：内容改过，和它的校验值不一样',
      expect.stringMatching(/^entries yizheng\/1999\/yucai\/[0-9a-f-]{36}：它的自查表不在$/u),
      '封存的自查表 2026/yucai（submitted，第6版）：内容和封存时的校验值不一样',
      ...[hashOf(paper('one')), hashOf(paper('two'))].sort().map((sha256) => `文件 ${sha256}：内容和它的校验值不一样，已经损坏`),
      ...['one', 'two', 'three']
        .sort((a, b) => (hashOf(paper(a)) < hashOf(paper(b)) ? -1 : 1))
        .map((text) => `evidence_files yizheng/yucai/${text}.pdf/${hashOf(paper(text))}：${text === 'one' ? '它的文件已经损坏' : '它的文件不在，或大小不是12字节'.replace('12', String(paper(text).length))}`),
    ])
  })
})

const runDoctor = (data: string): Promise<{ readonly code: number; readonly output: string }> =>
  new Promise((done) => {
    execFile(process.execPath, [fileURLToPath(new URL('../doctor.ts', import.meta.url)), '--data', data], (error, output) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, output }),
    )
  })

/** Every file of a folder with its bytes and its time; what SQLite keeps beside an open store is its own business. */
const everything = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && !one.name.endsWith('-shm') && !one.name.endsWith('-wal'))
    .map((one) => join(one.parentPath, one.name))
    .map((file) => `${file} ${hashOf(readFileSync(file))} ${statSync(file).mtimeMs}`)

test('the program says it by its exit code, changes nothing, and leaves a half-written upload of a running server alone', async () => {
  const own = await openHouse('embedded')
  try {
    const data = own.services.config.dataFolder
    await fill(own)
    writeFileSync(join(data, 'evidence', 'tmp', 'on-its-way'), 'half')
    const before = everything(data)
    expect(await runDoctor(data)).toMatchObject({ code: 0, output: expect.stringContaining('没有发现问题。') })
    truncateSync(fileOf(own, 'two'), 3)
    const hurt = await runDoctor(data)
    expect([hurt.code, hurt.output.split('\n')[0]]).toEqual([1, expect.stringContaining('受损：文件')])
    expect(hurt.output).toContain('受损2处。什么都没有改动')
    expect(everything(data).filter((line) => !before.includes(line))).toHaveLength(1)
    expect(await runDoctor(join(data, 'evidence'))).toMatchObject({ code: 2, output: expect.stringContaining('没有自查通的数据库') })
    writeFileSync(join(data, 'evidence', 'zicha.db'), 'this is no database at all, but it has the name of one')
    expect(await runDoctor(join(data, 'evidence'))).toMatchObject({ code: 1, output: expect.stringContaining('受损：数据库') })
  } finally {
    await own.close()
  }
})
