import { toDecimal } from '@zicha/core'
import type { AssessmentStage } from '@zicha/core'
import type { Person } from '../access/person.ts'
import { findSealed } from '../assessments/find-sealed.ts'
import { loadInspection } from '../assessments/inspection-column.ts'
import type { InspectedItem, InspectionColumn } from '../assessments/inspection-column.ts'
import { reckonSelf } from '../assessments/reckon-self.ts'
import type { Db } from '../database/database.ts'
import type { Beneath } from '../rounds/beneath.ts'
import type { InspectionAnswer } from './inspections.contract.ts'
import { loadOnSite } from './load-on-site.ts'

/** Both columns, item by item, with what this person may see of the marks. */
export const viewInspection = async (db: Db, beneath: Beneath, person: Person): Promise<InspectionAnswer> => {
  const whole = await loadInspection(db, beneath)
  const column = shownTo(person, beneath.stage, whole)
  const selfScores = await selfScoresOf(db, beneath)
  const onSite = await loadOnSite(db, beneath.key)
  return {
    items: column.items.map(({ no, max, scores, score, settled, amended }) => ({
      no,
      max,
      selfScore: selfScores.get(no) ?? 0,
      scores: [...scores],
      ...markedOf(person, scores, whole.items.find((one) => one.no === no)),
      score,
      settled,
      ...(amended === undefined ? {} : { amended }),
      photos: onSite.photosOf(no),
      seen: onSite.seenOf(no),
    })),
    total: column.total,
  }
}

/** That a colleague marked an item whose mark is still hidden: nobody looks at it a second time unknowingly. */
const markedOf = (person: Person, shown: InspectedItem['scores'], item: InspectedItem | undefined): Pick<InspectionAnswer['items'][number], 'marked'> =>
  person.role === 'inspector' && shown.length === 0 && item !== undefined && item.scores.length > 0
    ? { marked: item.scores.map(({ inspector, name }) => ({ inspector, name })) }
    : {}

/**
 * Marks are blind until they are given and closed until they are final: a school sees none before the inspection is
 * done, an inspector sees a colleague's mark of an item only beside the own one.
 */
export const shownTo = (person: Person, stage: AssessmentStage, column: InspectionColumn): InspectionColumn => {
  if (isFinal(stage)) return column
  const items = column.items.map((item) => (maySee(person, item) ? item : hidden(item)))
  const isWhole = column.items.every((item) => maySee(person, item))
  return { items, total: isWhole ? column.total : null, complete: isWhole && column.complete }
}

export const isFinal = (stage: AssessmentStage): boolean =>
  stage === 'inspected' || stage === 'signed' || stage === 'frozen'

/** Whether all that an inspection made is this person's to see: an office's at any time, the others' once it is done. */
export const seesWhole = (person: Pick<Person, 'role'>, stage: AssessmentStage): boolean =>
  isFinal(stage) || person.role === 'bureau' || person.role === 'city' || person.role === 'admin'

const maySee = (person: Person, item: InspectedItem): boolean => {
  switch (person.role) {
    case 'clerk':
    case 'secretary':
      return false
    case 'inspector':
      return item.scores.some((one) => one.inspector === person.username)
    case 'bureau':
    case 'city':
    case 'admin':
      return true
  }
}

const hidden = (item: InspectedItem): InspectedItem => ({
  ...item,
  scores: [],
  settled: null,
  score: null,
  isDisputed: false,
})

const selfScoresOf = async (db: Db, beneath: Beneath): Promise<ReadonlyMap<number, number>> => {
  const sealed = await findSealed(db, beneath)
  if (sealed !== undefined) return new Map(sealed.content.self.items.map((item) => [item.no, item.score]))
  const { self } = await reckonSelf(db, beneath)
  return new Map(self.items.map((item) => [item.no, toDecimal(item.score)]))
}
