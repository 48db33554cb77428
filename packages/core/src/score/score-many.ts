import type { Score } from './score.ts'
import type { ScoreInput } from './score-criterion.ts'
import { markForm, scoreForm, type CompiledForm, type Marks } from './score-form.ts'

/** Scores of many units, one at a time as they are asked for: each is what `scoreForm` gives for it alone. */
export function* scoreMany(compiled: CompiledForm, units: Iterable<ScoreInput>): Generator<Score> {
  for (const unit of units) yield scoreForm(compiled, unit)
}

/** Marks of many units without sentences, for roll-ups. */
export function* markMany(compiled: CompiledForm, units: Iterable<ScoreInput>): Generator<Marks> {
  for (const unit of units) yield markForm(compiled, unit)
}
