import type { Form } from '@zicha/core'
import type { Person } from '../access/person.ts'
import { answerFacts } from '../assessments/answer-facts.ts'
import { changeStage } from '../assessments/change-stage.ts'
import { overrideScore } from '../assessments/override-score.ts'
import { setFigures } from '../assessments/set-figures.ts'
import { writeRemark } from '../assessments/write-remark.ts'
import { attachEvidence } from '../evidence/attach-evidence.ts'
import { keepEvidence } from '../evidence/keep-evidence.ts'
import { recordEntry } from '../ledger/record-entry.ts'
import type { Storage } from '../storage/storage.ts'
import { answersOf } from './answers.ts'
import type { DemoSchool } from './bureau.ts'
import { dayOf } from './school-days.ts'
import { seeded, seededUuid } from './seeded.ts'
import type { Deed } from './timeline.ts'
import { recordsOf } from './year-of-records.ts'

export type SchoolPeople = { readonly clerk: Person; readonly secretary: Person; readonly bureau: Person }

/** Moments of a school's course, counted back from the present. */
export type Moments = {
  readonly year: number
  readonly round: string
  /** So many days before the present, at an hour of Shanghai; a weekend gives the Friday before it. */
  readonly daysAgo: (days: number, clock?: string) => Date
}

const submittedDaysAgo: Readonly<Record<DemoSchool['course'], number | undefined>> = {
  untouched: undefined,
  filling: undefined,
  submitted: 2,
  returned: 7,
  inspecting: 6,
  signed: 9,
}

/** Everything that one school did in its year, up to the stage that it stands at. */
export const deedsOfSchool = async (
  school: DemoSchool,
  people: SchoolPeople,
  moments: Moments,
  form: Form,
  storage: Storage,
): Promise<readonly Deed[]> => {
  if (school.course === 'untouched') return []
  const at = { round: moments.round, unit: school.code }
  const address = `/rounds/${at.round}/units/${at.unit}`
  const { clerk, secretary } = people
  const submitted = submittedDaysAgo[school.course]
  const submittedAt = submitted === undefined ? undefined : moments.daysAgo(submitted, '16:05')
  const until = submittedAt === undefined ? moments.daysAgo(0, '07:30') : minutesAfter(submittedAt, -60)
  const records = await recordsOf(school, moments.year, until)
  const deeds: Deed[] = []
  const add = (when: Date, by: Person, action: string, under: string, run: Deed['run']): void => {
    deeds.push({ at: when, by, action, target: `${address}${under}`, run })
  }

  for (const record of records) {
    add(record.recordedAt, clerk, 'entry.put', `/entries/${record.id}`, (writing) =>
      recordEntry(writing, { ...at, uuid: record.id }, record.body),
    )
    for (const [index, photo] of record.photos.entries()) {
      // One photo is still on its way when the demonstration opens: what the phone knows and the server does not.
      if (school.course === 'filling' && record === records.findLast((one) => one.photos.length > 0) && index === 0) continue
      const kept = await keepEvidence(storage, photo)
      add(minutesAfter(record.recordedAt, 1 + index), clerk, 'evidence.put', `/evidence/${photo.sha256}`, (writing) =>
        attachEvidence(writing, at, kept),
      )
    }
  }

  const checked = submittedAt === undefined ? moments.daysAgo(3, '16:20') : minutesAfter(submittedAt, -2 * 24 * 60)
  add(minutesAfter(checked, -30), clerk, 'figures.put', '/figures', (writing) =>
    setFigures(writing, at, { budget: school.budget }),
  )
  const answers = Object.entries(answersOf(school, form))
  const answered = school.course === 'filling' ? answers.slice(0, Math.ceil(answers.length * 0.7)) : answers
  for (let start = 0; start < answered.length; start += 12) {
    add(minutesAfter(checked, start / 3), clerk, 'facts.put', '/facts', (writing) =>
      answerFacts(writing, at, { facts: Object.fromEntries(answered.slice(start, start + 12)) }),
    )
  }
  for (const [criterion, body] of Object.entries(ownMarks[school.course])) {
    add(minutesAfter(checked, 60), secretary, 'override.put', `/overrides/${criterion}`, (writing) =>
      overrideScore(writing, { ...at, criterion }, body),
    )
  }
  for (const [no, text] of Object.entries(remarks[school.course])) {
    add(minutesAfter(checked, 70), clerk, 'remark.put', `/remarks/${no}`, (writing) =>
      writeRemark(writing, { ...at, no: Number(no) }, text),
    )
  }
  if (submittedAt !== undefined) {
    add(submittedAt, secretary, 'stage.move', '/stage', (writing) =>
      changeStage(writing, at, { to: 'submitted' }),
    )
  }
  if (school.course === 'returned') deeds.push(...deedsOfReturn(at, address, people, moments))
  return deeds
}

const deedsOfReturn = (
  at: { readonly round: string; readonly unit: string },
  address: string,
  { clerk, bureau }: SchoolPeople,
  moments: Moments,
): readonly Deed[] => {
  const isAutumn = dayOf(moments.daysAgo(4)) >= `${moments.year}-09-20`
  const returned: Deed = {
    at: moments.daysAgo(4, '10:40'),
    by: bureau,
    action: 'stage.move',
    target: `${address}/stage`,
    run: (writing) =>
      changeStage(writing, at, {
        to: 'returned',
        reason: isAutumn
          ? '第5条2月、7月、8月没有学习记录，第4条秋季思政课没有讲稿。确实做过的请补录，没有做的如实保留；改好再交。'
          : '第1条请写明章程在哪一页写了党建内容，第22条请写明是哪几次活动；改好再交。',
      }),
  }
  const uuid = seededUuid(seeded(`${at.unit} ${at.round} returned`))
  const found: Deed = {
    at: moments.daysAgo(2, '12:25'),
    by: clerk,
    action: 'entry.put',
    target: `${address}/entries/${uuid}`,
    run: (writing) =>
      recordEntry(
        writing,
        { ...at, uuid },
        {
          countsAs: ['集中学习'],
          title: '7月集中学习（补录）',
          happenedOn: `${moments.year}-07-02`,
          note: '当时记在园务会议本上，退回后找到。',
          people: 3,
          evidence: [{ reference: '园务会议本P31', place: '园长室' }],
        },
      ),
  }
  return isAutumn ? [returned, found] : [returned]
}

const minutesAfter = (moment: Date, minutes: number): Date => new Date(moment.getTime() + minutes * 60_000)

type OwnMarks = Readonly<Record<string, { readonly score: number; readonly reason: string }>>

const ownMarks: Readonly<Record<DemoSchool['course'], OwnMarks>> = {
  untouched: {},
  filling: { '20.2': { score: 0.5, reason: '公开栏搬迁，上半年少公示了一个月' } },
  submitted: { '18.6': { score: 1.5, reason: '有两名党员的工作记载簿补记过' } },
  returned: {},
  inspecting: { '4.2': { score: 0.5, reason: '一名班子成员的党课没有照片' } },
  signed: {},
}

const remarks: Readonly<Record<DemoSchool['course'], Readonly<Record<string, string>>>> = {
  untouched: {},
  filling: {},
  submitted: { '18': '工作记载簿补记2本' },
  returned: { '8': '与街道社区联合设支部' },
  inspecting: { '4': '党课照片缺1次' },
  signed: { '24': '省级一校一品' },
}
