import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, yucai } from '../testing/open-round.ts'
import { readZip } from '../testing/read-zip.ts'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const paper = Buffer.from('%PDF-1.7 a paper')

forEachEngine((engine) => {
  const house = useHouse(engine)
  const make = async (who: 'alice' | 'betty', path: string) => {
    const asked = await house.as(who).post(path)
    expect(asked.status).toBe(202)
    await house.jobsDone()
    const job = await house.as(who).get(`/jobs/${asked.body.id}`)
    expect(job.body.status, job.body.said).toBe('done')
    return { job: job.body, parts: readZip((await house.as(who).get(`/jobs/${asked.body.id}/file`)).bytes) }
  }

  test('all tables of a round come in one zip, each named by code and school, with the summary in front', async () => {
    await openRound(house)
    const { job, parts } = await make('betty', '/rounds/2026/tables')
    expect([...parts.keys()]).toEqual(['检查汇总表_2026.xlsx', '检查汇总表_2026.docx', 'shiyan_实验小学_自查表_2026.docx', 'yucai_育才小学_自查表_2026.docx'])
    expect([job.done, job.of, job.said]).toEqual([4, 4, null])
    expect(readZip(parts.get('yucai_育才小学_自查表_2026.docx') ?? Buffer.alloc(0)).get('word/document.xml')?.toString()).toContain('育才小学')
    expect((await house.as('alice').post('/rounds/2026/tables')).status).toBe(403)
    expect((await house.as('gao').post('/rounds/2026/tables')).status).toBe(404)
  })

  test('a packet of one school bears the list of its files with their hashes, in the page that verifies them, too', async () => {
    await house.as('alice').put(newEntry(yucai), meeting({ title: '<script>学习', evidence: [{ sha256: hashOf(paper) }, { reference: '记录本第3页' }] }))
    await house.as('alice').put(`${yucai}/evidence/${hashOf(paper)}`, paper)
    const { job, parts } = await make('alice', `${yucai}/evidence-pack`)
    const manifest = JSON.parse(parts.get('manifest.json')?.toString() ?? '')
    const paths = manifest.files.map((file: { path: string }) => file.path)
    expect(paths).toEqual(['自查表.docx', '自查表.pdf', '佐证材料目录.pdf', '佐证材料/育才小学_第5条_2026-03-11_01.pdf', '活动记录.html'])
    for (const { path, sha256, size } of manifest.files) expect([parts.get(path)?.length, hashOf(parts.get(path) ?? Buffer.alloc(0))], path).toEqual([size, sha256])
    expect(job.said).toBe(`清单校验码 ${manifest.code}`)
    const page = parts.get('核验.html')?.toString() ?? ''
    expect(page).toContain(manifest.code)
    expect(page).not.toMatch(/(?:src|href)=|fetch\(|XMLHttpRequest|import\(/)
    expect(parts.get('活动记录.html')?.toString()).toContain('&#60;script&#62;学习')
    expect((await house.as('bob').post(`${yucai}/evidence-pack`)).status).toBe(404)
  })
})
