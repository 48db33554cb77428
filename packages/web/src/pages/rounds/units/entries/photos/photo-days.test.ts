import { expect, test } from 'vitest'
import type { LedgerEntry } from '../../../../../api/contract.ts'
import { importOf, photoDaysOf, photoFrom, photoWords } from './photo-days.ts'
import type { Photo } from './photo-days.ts'

const kinds = ['集中学习', '支部党员大会', '党课'].map((name) => ({ name, group: '组织生活', goesWith: [], alsoCalled: [] }))
const record = (id: string, happenedOn: string, title: string, kind: string, files = 0): LedgerEntry => ({
  id, happenedOn, title, countsAs: [kind], recordedAt: '2026-03-12T08:00:00.000Z', recordedBy: 'chenjing', late: false, feeds: ['5.1'], missing: [],
  version: 1, evidence: Array.from({ length: files }, (_, page) => ({ reference: `第${page}页` })),
})
const known = { year: 2026, kinds, entries: [record('study', '2026-03-12', '3月集中学习', '集中学习'), record('lesson', '2026-03-15', '党课', '党课')] }

let hashes = 0
const ready = (photo: Photo, sha256 = String((hashes += 1)).padStart(64, '0')): Photo => ({ ...photo, ready: { kind: 'ready', sha256, name: photo.path, bytes: new Blob() } })
const photo = (path: string, captured: string | null = null) => ready(photoFrom(path, path, captured, 2026))

test('photos of a day go to the record of that day by themselves, and others near it are offered', () => {
  const [day] = photoDaysOf([photo('a.jpg', '2026-03-12'), photo('IMG_20260312_080000.jpg')], new Map(), known)
  expect(day).toMatchObject({ day: '2026-03-12', target: { id: 'study' }, lack: null, chosen: true })
  expect(day?.photos).toHaveLength(2)
  expect(day?.near.map(({ id }) => id)).toEqual(['study', 'lesson'])
})

test('what was written beside the photos decides the matter: another one of the same day is a new record', () => {
  const days = photoDaysOf([photo('3月12日支部党员大会/1.jpg'), photo('3月12日集中学习/2.jpg')], new Map(), known)
  expect(days.map(({ title, target, countsAs, chosen }) => [title, target?.id, countsAs, chosen])).toEqual([
    ['支部党员大会', undefined, ['支部党员大会'], true],
    ['3月集中学习', 'study', ['集中学习'], true],
  ])
})

test('the camera goes before the name; a day without a record waits for its kind, one without a day for its day', () => {
  const days = photoDaysOf([photo('IMG_20260401.jpg', '2026-03-31'), photo('DSC_1.jpg'), photo('DSC_2.jpg'), photo('old.jpg', '2025-03-12')], new Map(), known)
  expect(days.map(({ day, lack, chosen }) => [day, lack?.slice(0, 8) ?? null, chosen])).toEqual([
    ['2025-03-12', '日期不在2026', false],
    ['2026-03-31', '还没有活动类型，', false],
    [null, '看不出是哪天拍的', false],
    [null, '看不出是哪天拍的', false],
  ])
})

test('what a person says stands: a day, a record near it, a new one with title and kind, or nothing at all', () => {
  const photos = [photo('DSC_1.jpg'), photo('b.jpg', '2026-03-12')]
  const dated = photoDaysOf(photos, new Map([['DSC_1.jpg', { day: '2026-03-16' }]]), known)
  expect(dated[1]).toMatchObject({ day: '2026-03-16', target: null, chosen: false })
  expect(photoDaysOf(photos, new Map([['DSC_1.jpg', { day: '2026-03-16', target: 'lesson' }]]), known)[1]).toMatchObject({ title: '党课', chosen: true })
  const anew = photoDaysOf(photos, new Map([['2026-03-12\n', { target: null, title: '慰问', kind: '党课' }]]), known)
  expect(anew[0]).toMatchObject({ target: null, title: '慰问', countsAs: ['党课'], lack: null, chosen: true })
  expect(photoDaysOf(photos, new Map([['2026-03-12\n', { left: true }]]), known)[0]?.chosen).toBe(false)
})

test('a record takes no more than sixty files, and a group of which nothing opens does not come along', () => {
  const full = { ...known, entries: [record('full', '2026-03-12', '集中学习', '集中学习', 59)] }
  expect(photoDaysOf([photo('a.jpg', '2026-03-12'), photo('b.jpg', '2026-03-12')], new Map(), full)[0]?.lack).toContain('这里有61份')
  const broken = { ...photoFrom('c', 'c.jpg', '2026-03-12', 2026), ready: { kind: 'refused', sentence: '打不开' } } as const
  expect(photoDaysOf([broken], new Map(), known)[0]).toMatchObject({ lack: '没有一张能打开。', chosen: false })
})

test('what is sent names each picture once, and two days for one record go there together', () => {
  const same = photoFrom('x.jpg', 'x.jpg', '2026-03-12', 2026)
  const photos = [ready(same, 'a'.repeat(64)), ready({ ...same, key: 'y' }, 'a'.repeat(64)), photo('b.jpg', '2026-03-13'), photo('4月2日党课/1.jpg'), photo('DSC_9.jpg')]
  const { body, photos: sent } = importOf(photoDaysOf(photos, new Map([['2026-03-13\n', { target: 'study' }]]), known))
  expect(sent).toHaveLength(3)
  expect(body).toMatchObject({
    fileName: '3张照片',
    entries: [{ title: '党课', happenedOn: '2026-04-02', countsAs: ['党课'], evidence: [{ sha256: expect.any(String) }] }],
    additions: [{ entry: 'study', evidence: ['a'.repeat(64), expect.any(String)] }],
  })
})

test('a photo that a record holds already is told with that record and comes no second time', () => {
  const hash = 'f'.repeat(64)
  const holder = { ...record('study', '2026-03-12', '3月集中学习', '集中学习'), evidence: [{ sha256: hash }] }
  const again = ready(photoFrom('a.jpg', 'a.jpg', '2026-03-12', 2026), hash)
  const holding = { ...known, entries: [holder] }
  const [alone] = photoDaysOf([again], new Map(), holding)
  expect([alone?.lack, alone?.chosen, alone?.photos]).toEqual(['已经在3月12日“3月集中学习”里，不用再放。', false, []])
  const days = photoDaysOf([again, photo('b.jpg', '2026-03-12')], new Map(), holding)
  expect(days[0]).toMatchObject({ lack: null, chosen: true, held: [{ entry: { id: 'study' } }] })
  expect(importOf(days).body.additions).toEqual([{ entry: 'study', evidence: [expect.not.stringMatching(hash)] }])
  expect(photoWords([again], photoDaysOf([again], new Map(), holding))).toBe('选了1张照片，分成1组，勾上的0组会导入，1组已经有了')
})
