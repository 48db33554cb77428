import { createHash, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { permissions } from '../access/permissions.ts'
import { getForm } from '../forms/get-form.ts'
import { bestAnswers } from '../testing/best-answers.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { inspectSubmitted, signSchool, strokes } from '../testing/inspected-school.ts'
import { openRound, roundBody, submit, yucai } from '../testing/open-round.ts'
import { readZip } from '../testing/read-zip.ts'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const photo = (background: string): Promise<Buffer> => sharp({ create: { width: 20, height: 10, channels: 3, background } }).jpeg().toBuffer()
type Manifest = { readonly code: string; readonly files: readonly { readonly path: string; readonly sha256: string; readonly size: number }[]; readonly ended: readonly object[] }

test('whoever may make a packet may read the inspection, the objections and the problems of that unit', () => {
  for (const [role, relations] of Object.entries(permissions['evidence-pack.make'])) {
    for (const reading of ['assessment.read', 'inspection.read', 'objection.read', 'rectification.read'] as const) {
      const may: readonly string[] = Object.entries(permissions[reading]).find(([other]) => other === role)?.[1] ?? []
      for (const relation of relations) {
        // A bureau's own unit is no school: nothing of it is ever inspected.
        if (relation === 'own' && (role === 'bureau' || role === 'city')) continue
        expect(may, `${role} ${relation} ${reading}`).toContain(relation)
      }
    }
  }
})

forEachEngine((engine) => {
  const house = useHouse(engine)
  const make = async (who: 'alice' | 'sun' | 'betty') => {
    const asked = await house.as(who).post(`${yucai}/evidence-pack`)
    await house.jobsDone()
    const job = await house.as(who).get(`/jobs/${asked.body.id}`)
    expect(job.body.status, job.body.said).toBe('done')
    const parts = readZip((await house.as(who).get(`/jobs/${asked.body.id}/file`)).bytes)
    const manifest = JSON.parse(parts.get('manifest.json')?.toString() ?? '') as Manifest
    for (const { path, sha256, size } of manifest.files) expect([parts.get(path)?.length, hashOf(parts.get(path) ?? Buffer.alloc(0))], path).toEqual([size, sha256])
    // Nothing lies in the packet that its list does not name.
    expect([...parts.keys()].filter((path) => path !== 'manifest.json' && path !== '核验.html')).toEqual(manifest.files.map(({ path }) => path))
    return { said: job.body.said as string, manifest, paths: manifest.files.map(({ path }) => path), text: (path: string) => parts.get(path)?.toString() ?? '' }
  }
  const own = ['自查表.docx', '自查表.pdf', '佐证材料目录.pdf', '活动记录.html']
  const takePhoto = async (who: 'ivy' | 'ian', bytes: Buffer) => {
    const answer = await house.as(who).put(`${yucai}/inspections/${who}/items/5/photos/${hashOf(bytes)}`, bytes)
    expect(answer.status).toBe(201)
  }
  const sitePhotos = ['检查/现场照片/育才小学_第5条_2026-11-24_01.jpg', '检查/现场照片/育才小学_第5条_2026-11-24_02.jpg']

  test('while an inspection runs the school’s packet bears nothing of it, and the bureau’s what inspectors photographed', async () => {
    await openRound(house)
    await house.as('betty').put('/rounds/2026', { ...roundBody, keepEvidenceUntil: '2027-06-30' }, { ifMatch: 1 })
    await house.as('alice').put(`${yucai}/facts`, { facts: bestAnswers(getForm('yangzhou-2022')) })
    await submit(house)
    await takePhoto('ivy', await photo('red'))
    await takePhoto('ian', await photo('blue'))
    for (const who of ['alice', 'sun'] as const) expect((await make(who)).paths).toEqual(own)
    const bureau = await make('betty')
    expect(bureau.paths).toEqual([...own, ...sitePhotos, '检查和整改.html'])
    expect(bureau.text('检查和整改.html')).toContain('检查还没有做完，没有签字。')
  })

  test('once it is done and signed both sides’ packets bear the sheet with the hands, what was sealed, and the photographs', async () => {
    const sheet = await inspectSubmitted(house)
    await house.as('ivy').put(`${yucai}/signatures/ivy`, { kind: 'drawn', sheet, strokes })
    await house.as('ivy').put(`${yucai}/signatures/sun`, { kind: 'drawn', sheet, strokes })
    const signed = (await signSchool(house)).body.snapshot.hash as string
    for (const who of ['alice', 'betty'] as const) {
      const pack = await make(who)
      const [inspectedSeal = '', signedSeal = ''] = pack.paths.filter((path) => path.startsWith('检查/封存_'))
      expect(pack.paths).toEqual([...own, '检查/检查情况反馈表.pdf', inspectedSeal, signedSeal, ...sitePhotos, '检查和整改.html'])
      // The hash in the list is the hash that was printed: what both signed can be held against the paper.
      expect(pack.manifest.files.find(({ path }) => path === inspectedSeal)?.sha256).toBe(sheet)
      expect(pack.manifest.files.find(({ path }) => path === signedSeal)?.sha256).toBe(signed)
      expect(pack.text('检查和整改.html')).toContain('王丽，2026年11月24日')
    }
  })

  test('objections with their decision, and reports with photos before and after, come along; a file that a record names lies there once', async () => {
    const proof = Buffer.from('%PDF-1.7 record book')
    const [before, after] = [Buffer.from('%PDF-1.7 before'), Buffer.from('%PDF-1.7 after')]
    for (const bytes of [proof, before, after]) await house.as('alice').put(`${yucai}/rectifications/photos/${hashOf(bytes)}`, bytes)
    const objection = `${yucai}/objections/${randomUUID()}`
    await house.as('sun').put(objection, { no: 5, reason: '<b>9月有记录本', evidence: [{ sha256: hashOf(proof) }, { reference: '记录本第23页' }] })
    expect((await make('alice')).text('检查和整改.html')).toContain('局里在办，还没有决定。')
    await house.as('betty').put(`${objection}/decision`, { outcome: 'partly', score: 5, reason: '9月有记录，10月仍缺' })
    const one = `${yucai}/rectifications/${randomUUID()}`
    await house.as('betty').put(one, { no: 5, problem: '10月集中学习没有记录' })
    const step = (who: 'alice' | 'sun' | 'betty', no: number, body: object) => house.as(who).put(`${one}/steps/${no}`, body)
    await step('alice', 1, { kind: 'plan', text: '补一次' })
    await step('sun', 2, { kind: 'approve' })
    await step('alice', 3, { kind: 'report', text: '12月1日补开', before: [{ sha256: hashOf(before) }], after: [{ sha256: hashOf(after) }, { sha256: hashOf(proof) }] })
    await step('betty', 4, { kind: 'accept' })
    const pack = await make('alice')
    expect(pack.paths).toEqual(
      expect.arrayContaining(['异议/1_第5条_异议处理决定.pdf', '异议/1_第5条_依据_01.pdf', '整改/1_第5条_整改前_01.pdf', '整改/1_第5条_整改后_01.pdf']),
    )
    expect(pack.manifest.files.filter(({ sha256 }) => sha256 === hashOf(proof)).length).toBe(1)
    expect(pack.paths.filter((path) => path.startsWith('检查/封存_')).length).toBe(3)
    const page = pack.text('检查和整改.html')
    for (const words of ['&#60;b&#62;9月有记录本', '异议部分成立，4分改为5分。9月有记录，10月仍缺', '记录本第23页', '12月1日补开', '复核认可', '已认可', '异议改分后']) expect(page).toContain(words)
    expect(page).not.toMatch(/<script|src=/)
  })

  test('photos whose keeping is over are named as ended, in the list, on the pages and in what is said', async () => {
    house.setClock('2027-07-01T08:00:00Z')
    await house.as('alice').post(`${yucai}/kept-photos/removal`)
    const pack = await make('alice')
    expect(pack.paths.filter((path) => path.startsWith('检查/现场照片/'))).toEqual([])
    expect(pack.manifest.ended).toMatchObject(sitePhotos.map((path) => ({ name: path.slice('检查/现场照片/'.length), removedOn: '2027-07-01' })))
    expect(pack.said).toBe(`清单校验码 ${pack.manifest.code}；有2张照片保存期限已到，包里只留名称`)
    expect(pack.text('检查和整改.html')).toContain('育才小学_第5条_2026-11-24_01.jpg（保存期限已到，2027年7月1日删除）')
    expect(pack.text('核验.html')).toContain('"removedOn":"2027-07-01"')
  })
})
