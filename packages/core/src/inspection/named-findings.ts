import { askedParts } from '../facts/fact-keys.ts'
import type { Criterion, Form, FormPart } from '../form/form.ts'
import type { UnitProfile } from '../form/unit.ts'
import { clamp, formatPoints, least, subtract, sum, times, toPoints, zero, type Points } from '../points.ts'
import { measureOf } from '../rule/shortfall.ts'

/**
 * What an inspector may find, named, with what the clause takes for it: 集中学习缺1次 扣1分.
 * Without `deducts` the clause gives no number: the inspector says how much.
 */
export type NamedFinding = {
  readonly id: string
  readonly criterion?: string
  readonly label: string
  readonly deducts?: Points
  /** True where it can be found several times: 缺2次. */
  readonly repeatable: boolean
  /** As shown on the button: 集中学习缺1次，扣1分. */
  readonly sentence: string
}

/** What can be found of any record, whatever the clause. The inspector says how much it takes. */
const ofAnyRecord = ['记录不全', '日期不符', '与事实不符']

/** The findings offered for an item of a unit: those of its criteria's rules first, then those of any record. */
export const namedFindings = (form: Form, itemNo: number, unit: UnitProfile = {}): readonly NamedFinding[] => [
  ...form.criteria
    .filter((criterion) => criterion.item === itemNo)
    .flatMap((criterion) =>
      askedParts(criterion, unit).flatMap(({ key, part }) => findingsOfPart(criterion, key, part)),
    ),
  ...ofAnyRecord.map((label) => ({ id: label, label, repeatable: false, sentence: label })),
]

const findingsOfPart = (criterion: Criterion, key: string, part: FormPart): readonly NamedFinding[] => {
  const whole = toPoints(criterion.points)
  const finding = (label: string, deducts: Points | undefined, repeatable = false, suffix = ''): NamedFinding => ({
    id: `${key}${suffix}`,
    criterion: criterion.id,
    label,
    repeatable,
    sentence: deducts === undefined ? label : `${label}，扣${formatPoints(deducts)}分`,
    ...(deducts === undefined ? {} : { deducts }),
  })
  switch (part.kind) {
    case 'shortfall':
      return [finding(`${part.what}缺1${measureOf(part.what)}`, toPoints(part.deduct_each), true)]
    case 'per_occurrence':
      return [finding(`${part.condition}1${part.unit}`, toPoints(part.deduct_each), true)]
    case 'award':
    case 'all_or_nothing':
      return [finding(`“${criterion.title}”没有做到`, toPoints(part.points))]
    case 'deduct_if':
      return [finding(part.condition, toPoints(part.points))]
    case 'zero_if':
    case 'veto':
      return [finding(part.condition, whole)]
    case 'tiers':
      return part.levels
        .filter((level) => toPoints(level.points) < whole)
        .map((level) => finding(`只到“${level.label}”`, subtract(whole, toPoints(level.points)), false, `:${level.label}`))
        .concat(finding('一级也没有达到', whole, false, ':none'))
    case 'grade_bands':
      return part.bands.map((band) =>
        finding(
          `评为“${band.label}”`,
          'points' in band ? subtract(whole, toPoints(band.points)) : undefined,
          false,
          `:${band.label}`,
        ),
      )
    case 'discretionary':
    case 'percentage':
      return [finding(`${criterion.title}酌情扣分`, undefined)]
    case 'bonus':
    case 'na_full':
      return []
  }
}

/** A finding as chosen: how many times, and how much where the clause gives no number. */
export type ChosenFinding = { readonly finding: NamedFinding; readonly count?: number; readonly deducts?: Points }

const takenBy = ({ finding, deducts, count }: ChosenFinding): Points =>
  times(finding.deducts ?? deducts ?? zero, count ?? 1)

/** An item's score after findings: what they take from each criterion, its points at most, never below 0. */
export const scoreAfterFindings = (
  form: Form,
  itemNo: number,
  from: Points,
  chosen: readonly ChosenFinding[],
): Points => {
  const criteria = form.criteria.filter((criterion) => criterion.item === itemNo)
  const whole = sum(criteria.map((criterion) => toPoints(criterion.points)))
  const takenOf = (id: string | undefined): Points =>
    sum(chosen.filter((one) => one.finding.criterion === id).map(takenBy))
  const taken = criteria.map((criterion) => least(takenOf(criterion.id), toPoints(criterion.points)))
  return clamp(subtract(from, sum([...taken, takenOf(undefined)])), whole)
}

/** The reason that goes with the mark: 集中学习缺2次，扣2分；记录不全. */
export const sayFindings = (chosen: readonly ChosenFinding[]): string =>
  chosen.map(({ finding, count = 1, deducts }) => {
    const each = finding.deducts ?? deducts
    const label = count === 1 ? finding.label : finding.label.replace(/1(\D*)$/, `${count}$1`)
    return each === undefined ? label : `${label}，扣${formatPoints(times(each, count))}分`
  }).join('；')
