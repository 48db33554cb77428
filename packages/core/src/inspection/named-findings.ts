import { defaultCalendar } from '../calendar.ts'
import { askedParts } from '../facts/fact-keys.ts'
import type { Criterion, Form, FormPart } from '../form/form.ts'
import type { UnitProfile } from '../form/unit.ts'
import { formatPoints, subtract, toPoints, type Points } from '../points.ts'
import { ruleOf } from '../rule/rule.ts'
import type { Place } from '../rule/rule-for.ts'
import { measureOf } from '../rule/shortfall.ts'

/**
 * How a finding's points meet what its part has lost already: `adds` to it (缺1次), `sets` how much is lost in all
 * (没有做到, 只到市级), or `empties` the whole item (本条不得分).
 */
export type FindingEffect = 'adds' | 'sets' | 'empties'

/**
 * What an inspector may find, named, with what the clause takes for it: 集中学习缺1次 扣1分.
 * Without `deducts` the clause gives no number: the inspector says how much.
 */
export type NamedFinding = {
  readonly id: string
  readonly criterion?: string
  /** The fact key of the part whose points it takes; absent for what can be found of any record. */
  readonly key?: string
  readonly effect: FindingEffect
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
      askedParts(criterion, unit).flatMap(({ key, part }) => findingsOfPart(form, criterion, key, part)),
    ),
  ...ofAnyRecord.map((label) => ({ id: label, label, effect: 'adds' as const, repeatable: false, sentence: label })),
]

const findingsOfPart = (form: Form, criterion: Criterion, key: string, part: FormPart): readonly NamedFinding[] => {
  const place: Place = { whole: toPoints(criterion.points), calendar: defaultCalendar, alone: false }
  const most = ruleOf(part).maximum(part, place)
  const finding = (effect: FindingEffect, label: string, deducts: Points | undefined, suffix = ''): NamedFinding => ({
    id: `${key}${suffix}`,
    criterion: criterion.id,
    key,
    effect,
    label,
    repeatable: effect === 'adds' && deducts !== undefined,
    sentence: deducts === undefined ? label : `${label}，扣${formatPoints(deducts)}分`,
    ...(deducts === undefined ? {} : { deducts }),
  })
  const reached = (label: string, points: Points): readonly NamedFinding[] =>
    points >= most ? [] : [finding('sets', label, subtract(most, points), `:${label}`)]
  switch (part.kind) {
    case 'shortfall':
      return [finding('adds', `${part.what}缺1${measureOf(part.what)}`, toPoints(part.deduct_each))]
    case 'per_occurrence':
      return [finding('adds', `${part.condition}1${part.unit}`, toPoints(part.deduct_each))]
    case 'award':
    case 'all_or_nothing':
      return [finding('sets', `“${criterion.title}”没有做到`, most)]
    case 'deduct_if':
    case 'veto':
      return [finding('sets', part.condition, most)]
    case 'zero_if':
      return [finding('empties', part.condition, itemPoints(form, criterion))]
    case 'tiers':
      return [
        ...part.levels.flatMap((level) => reached(`只到“${level.label}”`, toPoints(level.points))),
        finding('sets', '一级也没有达到', most, ':none'),
      ]
    case 'grade_bands':
      return part.bands.flatMap((band) =>
        'points' in band
          ? reached(`评为“${band.label}”`, toPoints(band.points))
          : [finding('adds', `评为“${band.label}”`, undefined, `:${band.label}`)],
      )
    case 'discretionary':
    case 'percentage':
      return [finding('adds', `${criterion.title}酌情扣分`, undefined)]
    case 'bonus':
    case 'na_full':
      return []
  }
}

const itemPoints = (form: Form, criterion: Criterion): Points =>
  toPoints(form.items.find(({ no }) => no === criterion.item)?.points ?? criterion.points)
