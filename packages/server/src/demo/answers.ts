import { keyedParts } from '@zicha/core'
import type { Form, FormPart } from '@zicha/core'
import type { FactsBody } from '../assessments/assessments.contract.ts'
import type { DemoSchool } from './bureau.ts'

type Answers = FactsBody['facts']

/** What each school says of itself where no record can: mostly yes, and here and there what it has not. */
export const answersOf = (school: DemoSchool, form: Form): Answers => {
  const answers: Answers = {}
  for (const criterion of form.criteria) {
    for (const { key, part } of keyedParts(criterion)) {
      const usual = usualAnswer(part)
      if (usual !== undefined) answers[key] = usual
    }
  }
  return { ...answers, ...inapplicable(school), ...shortcomings[school.course] }
}

/** Counts are left to the ledger. */
const usualAnswer = (part: FormPart): Answers[string] | undefined => {
  switch (part.kind) {
    case 'award':
    case 'all_or_nothing':
      return true
    case 'deduct_if':
    case 'zero_if':
    case 'veto':
      return false
    case 'per_occurrence':
      return 0
    case 'discretionary':
      return part.max
    case 'tiers':
      return part.levels.at(-1)?.label
    case 'grade_bands':
      return part.bands[0]?.label
    case 'shortfall':
    case 'bonus':
    case 'percentage':
    case 'na_full':
      return undefined
  }
}

const inapplicable = (school: DemoSchool): Answers => ({
  ...(school.retiredOrganization ? {} : { '15.1': { applicable: false }, '15.2': { applicable: false } }),
  ...(school.stages?.includes('primary') === true ? {} : { '30.3': { applicable: false } }),
})

const shortcomings: Readonly<Record<DemoSchool['course'], Answers>> = {
  untouched: {},
  filling: { '22.1': 4.5, '23.2': false, '24.1': '市级', '19.2': 1.5 },
  submitted: { '5.3.b': 1, '22.1': 4, '24.1': '市级', '19.2': 1.5 },
  returned: { '9.1': true, '11.2': false, '22.1': 3, '23.2': false, '24.1': '申报', '25.3': false, '19.2': 1 },
  inspecting: { '12.1': 1, '22.1': 4.5, '24.1': '市级', '13.2': true },
  signed: { '22.1': 4.5, '5.3.b': 1 },
}
