import { defaultCalendar } from '../calendar.ts'
import { askedParts, keyedParts } from '../facts/fact-keys.ts'
import type { Criterion, Form } from '../form/form.ts'
import { subtract, sum, toPoints, type Points } from '../points.ts'
import { answerOf, awaitsConfirmation, isInPlay } from './counted.ts'
import { isDue, tasksOf, whenOf, type Task } from './due.ts'
import { lackingEvidenceOf } from './lacking-evidence.ts'
import { lossesOf } from './losses.ts'
import type { Due, Missing, Plan, PlanInput, Unanswered } from './plan.ts'

/** Where a unit stands today: what is lost, what is due, what may still be repaired, and what it could still reach. */
export const plan = (input: PlanInput): Plan => {
  const calendar = input.calendar ?? defaultCalendar
  const { form } = input
  const ownMarks = input.ownMarks ?? new Map<string, Points>()
  const reckoned = form.criteria.filter(({ id }) => !ownMarks.has(id))
  const byCriterion = form.criteria.flatMap((criterion) => {
    const own = ownMarks.get(criterion.id)
    return own === undefined ? lossesOf(criterion, input, calendar) : lossOfOwnMark(criterion, own)
  })
  const missing = [...byCriterion, ...lossesBeyond(form, byCriterion, input)]
  const tasks = withoutEchoes(reckoned.flatMap((criterion) => tasksOf(criterion, input, calendar))).toSorted(inTime)
  const total = toPoints(form.total)
  const lost = sum(missing.map((one) => one.loses))
  return {
    lost,
    reachable: subtract(total, lost),
    full: subtract(total, sum(missing.filter((one) => one.repair === 'none').map((one) => one.loses))),
    missing: missing.toSorted((a, b) => b.loses - a.loses),
    due: tasks.filter((task) => isDue(task, input.today)).map((task) => task.due),
    upcoming: nextOfEach(tasks.filter((task) => !isDue(task, input.today))),
    lackingEvidence: lackingEvidenceOf(input),
    unanswered: reckoned.flatMap((criterion) => openQuestion(criterion, input)),
  }
}

/** What a person took stays taken: no record and no answer gives it back. */
const lossOfOwnMark = ({ id, item, title, points }: Criterion, own: Points): readonly Missing[] => {
  const loses = subtract(toPoints(points), own)
  return loses > 0 ? [{ criterion: id, item, what: title, key: id, kinds: [], repair: 'none', loses }] : []
}

const inTime = (a: Task, b: Task): number => whenOf(a).localeCompare(whenOf(b)) || b.due.loses - a.due.loses

/** A reminder that a count already gives is left out: one more 党课 this quarter serves both its criteria. */
const withoutEchoes = (tasks: readonly Task[]): readonly Task[] =>
  tasks.filter(
    (task) =>
      task.due.certain ||
      !tasks.some(
        (other) =>
          other.due.certain &&
          whenOf(other) === whenOf(task) &&
          task.due.kinds.every((kind) => other.due.kinds.includes(kind)),
      ),
  )

/** Of each rhythm only the next one: twelve months of one meeting say no more than the first of them. */
const nextOfEach = (tasks: readonly Task[]): readonly Due[] => {
  const seen = new Set<string>()
  return tasks.flatMap(({ due }) => {
    const name = `${due.key} ${due.what}`
    if (seen.has(name)) return []
    seen.add(name)
    return [due]
  })
}

/** A condition that takes a whole item, or everything, takes what its criterion does not hold besides. */
const lossesBeyond = (form: Form, missing: readonly Missing[], input: PlanInput): readonly Missing[] => {
  const lostIn = (items: readonly number[]): Points =>
    sum(missing.filter((one) => items.includes(one.item)).map((one) => one.loses))
  const holding = form.criteria.flatMap((criterion) =>
    keyedParts(criterion).flatMap(({ key, part }) =>
      (part.kind === 'zero_if' || part.kind === 'veto') && input.facts[key] === true ? [{ criterion, key, part }] : [],
    ),
  )
  const vetoed = holding.find(({ part }) => part.kind === 'veto')
  const items = new Map(holding.map((one) => [one.criterion.item, one]))
  const about = ({ criterion, key }: { readonly criterion: Criterion; readonly key: string }) =>
    ({ criterion: criterion.id, item: criterion.item, what: criterion.title, key, kinds: [], repair: 'none' }) as const
  if (vetoed !== undefined) {
    return [{ ...about(vetoed), loses: subtract(toPoints(form.total), sum(missing.map((one) => one.loses))) }]
  }
  return [...items].map(([no, one]) => {
    const points = form.items.find((item) => item.no === no)?.points ?? 0
    return { ...about(one), loses: subtract(toPoints(points), lostIn([no])) }
  })
}

const openQuestion = (criterion: Criterion, input: PlanInput): readonly Unanswered[] => {
  const open = isInPlay(criterion, input)
    ? askedParts(criterion, input.unit).some((keyed) => answerOf(keyed, input) === undefined)
    : awaitsConfirmation(criterion, input)
  if (!open) return []
  const about = { criterion: criterion.id, item: criterion.item, what: criterion.title }
  const question = criterion.question === undefined ? {} : { question: criterion.question }
  return [{ ...about, points: toPoints(criterion.points), ...question }]
}
