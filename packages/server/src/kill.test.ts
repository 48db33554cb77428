import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyAudit } from './audit/verify-audit.ts'
import { openEmbedded } from './database/embedded.ts'
import { demonstrationPassword } from './demo/bureau.ts'
import { seeded } from './demo/seeded.ts'
import { openFolderStore } from './storage/folder-store.ts'
import { startProgram } from './testing/start-program.ts'
import type { Program } from './testing/start-program.ts'

const kills = 12
const writers = 4

/** What the server said it has: entries with their version, papers with their hash. */
type Acknowledged = { readonly entries: Map<string, string>; readonly papers: Set<string> }

const signIn = async (program: Program, username: string): Promise<Record<string, string>> => {
  const answer = await fetch(`${program.url}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: demonstrationPassword, as: 'token' }),
  })
  expect(answer.status).toBe(201)
  const { token } = (await answer.json()) as { readonly token: string }
  return { 'content-type': 'application/json', authorization: `Bearer ${token}` }
}

/** Writes entries, changes of them and papers until the connection breaks; remembers what was acknowledged. */
const writeUntilKilled = async (
  program: Program,
  round: string,
  headers: Record<string, string>,
  done: Acknowledged,
  onAcknowledged: () => void,
): Promise<void> => {
  for (let turn = 0; ; turn += 1) {
    const id = randomUUID()
    const paper = Buffer.from(`%PDF-1.7 ${id}`)
    const name = createHash('sha256').update(paper).digest('hex')
    const body = (title: string) =>
      JSON.stringify({ countsAs: ['党课'], title, happenedOn: `${round}-03-02`, evidence: [{ sha256: name }] })
    const at = `${program.url}/rounds/${round}/units/yucai`
    const put = (path: string, content: string | Buffer<ArrayBuffer>, more: Record<string, string> = {}) =>
      fetch(`${at}${path}`, { method: 'PUT', headers: { ...headers, ...more }, body: content }).catch(() => undefined)
    const made = await put(`/entries/${id}`, body('写下'))
    if (made !== undefined) {
      expect(made.status).toBe(201)
      done.entries.set(id, '写下')
      onAcknowledged()
    }
    const changed = made === undefined ? undefined : await put(`/entries/${id}`, body('改过'), { 'if-match': '"1"' })
    if (changed?.status === 200) done.entries.set(id, '改过')
    const sent = changed === undefined ? undefined : await put(`/evidence/${name}`, paper, { 'content-type': 'application/pdf' })
    if (sent === undefined) return
    if (sent.status === 201) done.papers.add(name)
  }
}

test(`killed ${kills} times in the middle of its work, it comes back each time with all it acknowledged`, async () => {
  const data = await mkdtemp(join(tmpdir(), 'zicha-kill-'))
  const chance = seeded('kill -9')
  const done: Acknowledged = { entries: new Map(), papers: new Set() }
  const round = String(new Date().getFullYear())
  let running: Program | undefined
  try {
    for (let life = 0; life < kills; life += 1) {
      const begun = performance.now()
      const program = await startProgram({ ZICHA_DATA: data, ZICHA_DEMO: '1', ZICHA_ADMIN_PASSWORD: '' })
      // The first start fills the demonstration; each later one must be ready soon.
      if (life > 0) expect(performance.now() - begun).toBeLessThan(10_000)
      running = program
      const headers = await signIn(program, 'chenjing')
      let left = 3 + Math.floor(chance() * 20)
      let killed: Promise<void> | undefined
      await Promise.all(
        Array.from({ length: writers }, async () =>
          writeUntilKilled(program, round, headers, done, () => {
            left -= 1
            if (left <= 0) killed ??= program.kill()
          }),
        ),
      )
      await killed
    }
    const database = openEmbedded(join(data, 'zicha.db'))
    try {
      const storage = await openFolderStore(join(data, 'evidence'))
      const rows = await database.reader.selectFrom('entries').select(['id', 'title', 'version']).execute()
      const titles = new Map(rows.map((row) => [row.id, row.title]))
      for (const [id, title] of done.entries) {
        // A change may have been made whose answer was lost; what was acknowledged last is never undone.
        expect(title === '改过' ? [titles.get(id)] : [titles.get(id) === '改过' ? '写下' : titles.get(id)]).toEqual([title])
      }
      const papers = await database.reader.selectFrom('evidence_files').selectAll().where('type', '=', 'application/pdf').execute()
      const named = new Set(papers.map((row) => row.sha256))
      expect([...done.papers].filter((name) => !named.has(name))).toEqual([])
      for (const row of papers) expect(await storage.has(row.stored_sha256, row.stored_size)).toBe(true)
      expect((await verifyAudit(database.reader)).faults).toEqual([])
      expect(done.entries.size).toBeGreaterThan(kills * 3)
    } finally {
      await database.close()
    }
  } finally {
    await running?.kill()
    await rm(data, { recursive: true, force: true })
  }
}, 300_000)
