/** A city's store for measuring: five counties of 300 schools and one of 1,500, each school with its profile, answers and records. */
import { DatabaseSync } from 'node:sqlite'
import { loadForm, schoolsOf } from './schools.ts'

export const counties = 5
export const schoolsEach = 300
const entriesEach = 40
export const round = 'bench-2022'
const kinds = ['支委会', '集中学习', '支部党员大会', '党课', '主题党日']

const bureaus = [
  { code: 'big', parent: null, schools: counties * schoolsEach },
  ...Array.from({ length: counties }, (_, index) => ({ code: `county-${index}`, parent: 'city', schools: schoolsEach })),
]

/** Every school with its profile, answers and forty records, all of them still filled: what a first look has to score. */
export const fillCounties = (file: string): void => {
  const database = new DatabaseSync(file)
  const into = (table: string, columns: readonly string[]) =>
    database.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)
  const unit = into('units', ['bureau', 'code', 'name', 'kind', 'parent', 'profile', 'version'])
  const opened = into('rounds', ['bureau', 'id', 'form', 'year', 'opens_on', 'due_on', 'version'])
  const asked = into('assessments', ['bureau', 'round', 'unit', 'stage', 'facts_version', 'version', 'updated_at'])
  const fact = into('facts', ['bureau', 'round', 'unit', 'key', 'value', 'answered_by', 'answered_at'])
  const entry = into('entries', ['bureau', 'round', 'unit', 'id', 'counts_as', 'title', 'happened_on', 'evidence', 'recorded_at', 'recorded_by', 'version'])
  const at = '2022-11-01T08:00:00.000Z'
  const answers = schoolsOf(loadForm('yangzhou-2022'), 100)
  database.exec('begin')
  unit.run('city', 'city', '市教育局', 'city', null, '{}', 1)
  for (const bureau of bureaus) {
    const id = `${round}-${bureau.code}`
    unit.run(bureau.code, bureau.code, `${bureau.code}教育局`, 'bureau', bureau.parent, '{}', 1)
    opened.run(bureau.code, id, 'yangzhou-2022', 2022, '2022-10-01', '2022-12-20', 1)
    for (let index = 0; index < bureau.schools; index += 1) {
      const code = `${bureau.code}-${String(index).padStart(4, '0')}`
      const { unit: profile, facts } = answers[index % answers.length] ?? { unit: {}, facts: {} }
      unit.run(bureau.code, code, `第${index}小学`, 'school', bureau.code, JSON.stringify(profile), 1)
      asked.run(bureau.code, id, code, 'draft', 2, 2, at)
      for (const [key, value] of Object.entries(facts)) if (!Array.isArray(value)) fact.run(bureau.code, id, code, key, JSON.stringify(value), 'clerk', at)
      for (let no = 0; no < entriesEach; no += 1) {
        const day = `2022-${String((no % 12) + 1).padStart(2, '0')}-${String((no % 27) + 1).padStart(2, '0')}`
        const kind = JSON.stringify([kinds[no % kinds.length]])
        entry.run(bureau.code, id, code, `${code}-${no}`, kind, '11月集中学习', day, '[{"reference":"记录本第12页"}]', at, 'clerk', 1)
      }
    }
  }
  database.exec('commit')
  database.close()
}
