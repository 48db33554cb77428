/** Scoring by rules against straight code over the same sixty criteria, and against two rule engines over twenty. */
import { ZenEngine } from '@gorules/zen-engine'
import { compileForm, markForm, scoreForm, toDecimal, type Criterion, type Form, type ScoreInput } from '@zicha/core'
import { Engine } from 'json-rules-engine'
import { scoreByHand } from './hand-written.ts'
import { compareRates, compareTimes, perSecond, type Bench, type Measure } from './measure.ts'
import { loadForm, schoolsOf } from './schools.ts'

const count = 300

/** Measuring different work would say nothing: every way must give the same totals first. */
const agree = (name: string, ours: readonly number[], theirs: readonly number[]): void => {
  const at = ours.findIndex((total, index) => total !== theirs[index])
  if (at >= 0) throw new Error(`${name} gives school ${at} ${theirs[at]} points, the rules give ${ours[at]}`)
}

const againstStraightCode = (form: Form): readonly Measure[] => {
  const schools = schoolsOf(form, count)
  const compiled = compileForm(form)
  const totals = (score: (school: ScoreInput) => number): readonly number[] => schools.map(score)
  agree('the hand-written function', totals((school) => toDecimal(markForm(compiled, school).total)), totals((school) => scoreByHand(school).total / 10))
  const [marks = 0, byHand = 1, sentences = 0] = compareRates(
    [
      () => schools.forEach((school) => markForm(compiled, school)),
      () => schools.forEach((school) => scoreByHand(school)),
      () => schools.forEach((school) => scoreForm(compiled, school)),
    ],
    count,
  )
  return [
    {
      what: 'score 60 criteria, marks',
      against: 'hand-written function',
      ours: perSecond(marks),
      theirs: perSecond(byHand),
      ratio: marks / byHand,
      line: 'at least 0.50',
      holds: marks / byHand >= 0.5,
    },
    { what: 'score 60 criteria, with sentences', against: 'hand-written function, no sentences', ours: perSecond(sentences), theirs: perSecond(byHand), ratio: sentences / byHand },
  ]
}

/** The twenty criteria that every engine can say equally: one yes-or-no question each. */
const twentyOf = (form: Form): readonly Criterion[] =>
  form.criteria.filter(({ parts }) => parts.length === 1 && (parts[0]?.kind === 'award' || parts[0]?.kind === 'all_or_nothing')).slice(0, 20)

const keyOf = ({ id }: Criterion): string => `c${id.replace('.', '_')}`

const asJsonRules = (criteria: readonly Criterion[]): Engine => {
  const engine = new Engine([], { allowUndefinedFacts: true })
  for (const criterion of criteria) {
    engine.addRule({
      conditions: { all: [{ fact: keyOf(criterion), operator: 'equal', value: true }] },
      event: { type: criterion.id, params: { points: criterion.points } },
    })
  }
  return engine
}

const asZenDecision = (criteria: readonly Criterion[]) => {
  const expressions = criteria.map((criterion) => ({ id: keyOf(criterion), key: keyOf(criterion), value: `${keyOf(criterion)} == true ? ${criterion.points} : 0` }))
  const content = {
    nodes: [
      { id: 'in', name: 'request', type: 'inputNode', position: { x: 0, y: 0 } },
      { id: 'marks', name: 'marks', type: 'expressionNode', position: { x: 0, y: 0 }, content: { expressions } },
      { id: 'out', name: 'response', type: 'outputNode', position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'marks', type: 'edge' },
      { id: 'b', sourceId: 'marks', targetId: 'out', type: 'edge' },
    ],
  }
  return new ZenEngine().createDecision(Buffer.from(JSON.stringify(content)))
}

const againstEngines = async (whole: Form): Promise<readonly Measure[]> => {
  const criteria = twentyOf(whole)
  const form: Form = { ...whole, criteria }
  const schools = schoolsOf(form, count)
  const inputs = schools.map(({ facts }) => Object.fromEntries(criteria.map((criterion) => [keyOf(criterion), facts[criterion.id] === true])))
  const compiled = compileForm(form)
  const engine = asJsonRules(criteria)
  const decision = asZenDecision(criteria)
  const byRules = () => schools.map((school) => toDecimal(markForm(compiled, school).total))
  const byJsonRules = async () => {
    const totals: number[] = []
    for (const input of inputs) {
      const { events } = await engine.run(input)
      totals.push(events.reduce((total, { params }) => total + Number(params?.['points']), 0))
    }
    return totals
  }
  const byZen = async () => {
    const totals: number[] = []
    for (const input of inputs) {
      const { result } = (await decision.evaluate(input)) as { readonly result: Readonly<Record<string, number>> }
      totals.push(criteria.reduce((total, criterion) => total + (result[keyOf(criterion)] ?? 0), 0))
    }
    return totals
  }
  agree('json-rules-engine', byRules(), await byJsonRules())
  agree('zen-engine', byRules(), await byZen())
  const [ours = 0] = compareRates([() => byRules()], count)
  const [jsonRules = 1, zen = 1] = (await compareTimes([byJsonRules, byZen])).map((time) => (count * 1000) / time)
  return [
    ['json-rules-engine', jsonRules] as const,
    ['zen-engine', zen] as const,
  ].map(([name, rate]) => ({
    what: 'score 20 yes-or-no criteria',
    against: name,
    ours: perSecond(ours),
    theirs: perSecond(rate),
    ratio: ours / rate,
    line: 'at least 50',
    holds: ours / rate >= 50,
  }))
}

export const bench: Bench = {
  name: 'scoring',
  run: async () => {
    const form = loadForm('yangzhou-2022')
    return [...againstStraightCode(form), ...(await againstEngines(form))]
  },
}
