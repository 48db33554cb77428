import type { Compilable, CompiledQuery, DialectAdapter } from 'kysely'
import type { Db } from './database.ts'

type Value = string | number | null
type Prepared = { readonly compiled: CompiledQuery; readonly slots: readonly (string | undefined)[] }

/** Stands for a value while the text is built; no value of ours begins so, because no text with a NUL is let in. */
const mark = '\0'

/**
 * A question whose text never changes, built and compiled once for each connection's Kysely: building it anew costs
 * more than SQLite needs to answer it. The values come later, by name.
 *
 *   const unitByCode = prepareQuery<{ code: string }>()((db, value) =>
 *     db.selectFrom('units').selectAll().where('code', '=', value('code')))
 *   const [unit] = await unitByCode(db, { code })
 */
export const prepareQuery =
  <Input extends Readonly<Record<string, Value>>>() =>
  <Row>(
    build: (db: Db, value: <Name extends keyof Input & string>(name: Name) => Input[Name]) => Compilable<Row>,
  ): ((db: Db, input: Input) => Promise<Row[]>) => {
    const known = new WeakMap<DialectAdapter, Prepared>()
    const prepare = (db: Db): Prepared => {
      const { adapter } = db.getExecutor()
      const prepared = known.get(adapter) ?? withSlots(build(db, (name) => `${mark}${name}` as Input[typeof name]).compile())
      known.set(adapter, prepared)
      return prepared
    }
    return async (db, input) => {
      const { compiled, slots } = prepare(db)
      const parameters = slots.map((name, index) => (name === undefined ? compiled.parameters[index] : input[name]))
      const { rows } = await db.executeQuery<Row>({ ...compiled, parameters })
      return rows
    }
  }

const withSlots = (compiled: CompiledQuery): Prepared => ({
  compiled,
  slots: compiled.parameters.map((value) =>
    typeof value === 'string' && value.startsWith(mark) ? value.slice(mark.length) : undefined,
  ),
})
