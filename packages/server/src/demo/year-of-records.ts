import { createHash } from 'node:crypto'
import type { EntryBody } from '../ledger/ledger.contract.ts'
import type { DemoSchool } from './bureau.ts'
import { drawPicture } from './draw-picture.ts'
import type { Picture } from './draw-picture.ts'
import { happeningsOf } from './happenings.ts'
import type { Happening } from './happenings.ts'
import { addDays, momentOf, workingDay } from './school-days.ts'
import { seeded, seededUuid } from './seeded.ts'

export type Photo = { readonly sha256: string; readonly name: string; readonly bytes: Buffer }

export type DemoRecord = {
  readonly id: string
  readonly recordedAt: Date
  readonly body: EntryBody
  readonly photos: readonly Photo[]
}

/** What a school of this course never did, or never wrote down, by its title. */
const gaps: Readonly<Record<DemoSchool['course'], readonly string[]>> = {
  untouched: [],
  filling: ['9月集中学习', '10月党小组会', '身边的优秀党员教师', '下半年全面从严治党专题会议'],
  submitted: ['7月支委会', '8月党小组会'],
  returned: ['2月集中学习', '7月集中学习', '8月集中学习', '6月意识形态工作分析研判会', '第三季度党员大会', '书记上开学思政课', '上半年党务公开', '9月党课'],
  inspecting: ['8月集中学习', '1月党小组会', '6月党课'],
  signed: ['7月党小组会'],
}

/** Recorded long after, because somebody looked for what was missing. */
const late: Readonly<Record<DemoSchool['course'], readonly string[]>> = {
  untouched: [],
  filling: ['2月支委会', '3月主题党日', '志愿服务'],
  submitted: ['1月集中学习', '1月支委会', '1月主题党日', '年度组织生活会'],
  returned: ['1月', '3月支委会', '5月主题党日'],
  inspecting: ['2月集中学习'],
  signed: [],
}

const photoless: readonly DemoSchool['course'][] = ['submitted', 'returned']

/**
 * The records that a school made until a moment, each with the day on which it was written down. Pages of its books are
 * counted up; the same school and year give the same records.
 */
export const recordsOf = async (school: DemoSchool, year: number, until: Date): Promise<readonly DemoRecord[]> => {
  const next = seeded(`${school.code} ${year}`)
  const pages = new Map<string, number>()
  const records: DemoRecord[] = []
  const happenings = happeningsOf(school).toSorted((one, other) => one.on.localeCompare(other.on))
  for (const happening of happenings) {
    const id = seededUuid(next)
    const happenedOn = workingDay(`${year}-${happening.on}`)
    const recordedAt = recordedAtOf(school, happening, happenedOn, next)
    const evidence = evidenceOf(happening, pages, next)
    if (matches(gaps[school.course], happening) || recordedAt >= until || !happenedOn.startsWith(`${year}-`)) continue
    const photos = happening.photo === true && !photoless.includes(school.course) ? await photosOf(happening, next) : []
    const people = peopleOf(school, happening, next)
    records.push({
      id,
      recordedAt,
      photos,
      body: {
        countsAs: [...happening.countsAs],
        title: happening.title,
        happenedOn,
        ...(happening.note === undefined ? {} : { note: happening.note }),
        ...(people === undefined ? {} : { people }),
        evidence: [...evidence, ...photos.map(({ sha256 }) => ({ sha256 }))],
      },
    })
  }
  return records
}

const matches = (titles: readonly string[], happening: Happening): boolean =>
  titles.some((title) => happening.title.startsWith(title))

/** Most is written down the same afternoon or within days, some after two weeks, and what is late after six. */
const recordedAtOf = (school: DemoSchool, happening: Happening, happenedOn: string, next: () => number): Date => {
  const chance = next()
  const days = matches(late[school.course], happening)
    ? 36 + Math.floor(next() * 25)
    : chance < 0.55
      ? 0
      : chance < 0.9
        ? 1 + Math.floor(next() * 4)
        : 9 + Math.floor(next() * 12)
  const minutes = String(10 + Math.floor(next() * 48))
  return momentOf(addDays(happenedOn, days), `${days === 0 ? '17' : '12'}:${minutes}`)
}

const evidenceOf = (
  happening: Happening,
  pages: Map<string, number>,
  next: () => number,
): NonNullable<EntryBody['evidence']> => {
  if (happening.book !== undefined) {
    const page = (pages.get(happening.book) ?? 0) + 1 + Math.floor(next() * 3)
    pages.set(happening.book, page)
    return [{ reference: `${happening.book}P${page}`, place: '党建室1号柜' }]
  }
  return happening.paper === undefined ? [] : [happening.paper]
}

const photosOf = async (happening: Happening, next: () => number): Promise<readonly Photo[]> => {
  const pictures: readonly Picture[] = happening.book === undefined ? ['activity'] : ['meeting', 'record_page']
  return Promise.all(
    pictures.map(async (picture, index) => {
      const bytes = await drawPicture(picture, seeded(`${happening.title} ${picture} ${next()}`))
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return { sha256, bytes, name: `${happening.title.replace(/[：“”]/g, '')}_${index + 1}.jpg` }
    }),
  )
}

const peopleOf = (school: DemoSchool, happening: Happening, next: () => number): number | undefined => {
  const { members } = school
  switch (happening.people) {
    case 'all':
      return Math.max(2, members - Math.floor(next() * Math.max(1, members * 0.12)))
    case 'committee':
      return Math.min(5, members)
    case 'leaders':
      return Math.min(9, Math.max(3, Math.round(members / 8)))
    case 'group':
      return Math.min(members, 8 + Math.floor(next() * 8))
    case undefined:
      return undefined
  }
}
