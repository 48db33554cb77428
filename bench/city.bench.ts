/** What a city and a county of 1,500 schools wait for at their first look and afterwards, beside the bare SQL of the same rows. */
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { median, milliseconds, type Bench, type Measure } from './measure.ts'
import { adminPassword, makeFolder, startServer } from './running-server.ts'
import { loadForm, schoolsOf } from './schools.ts'

const counties = 5
const schoolsEach = 300
const entriesEach = 40
const round = 'bench-2022'
const kinds = ['支委会', '集中学习', '支部党员大会', '党课', '主题党日']

const bureaus = [
  { code: 'big', parent: null, schools: counties * schoolsEach },
  ...Array.from({ length: counties }, (_, index) => ({ code: `county-${index}`, parent: 'city', schools: schoolsEach })),
]

/** Every school with its profile, answers and forty records, all of them still filled: what a first look has to score. */
const fill = (file: string): void => {
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

/** Milliseconds that the bare rows take which the marks rest on, read whole in two statements. */
const readBare = (file: string, like: string): number => {
  const database = new DatabaseSync(file, { readOnly: true })
  const began = performance.now()
  for (const sql of [
    'select unit, counts_as, happened_on, evidence from entries where bureau like ? and deleted_at is null order by unit',
    'select unit, key, value from facts where bureau like ?',
  ]) {
    const statement = database.prepare(sql)
    statement.setReturnArrays(true)
    statement.all(like)
  }
  const time = performance.now() - began
  database.close()
  return time
}

const look = async (address: string, token: string, path: string): Promise<{ readonly time: number; readonly answer: unknown }> => {
  const began = performance.now()
  const response = await fetch(`${address}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })
  const answer: unknown = await response.json()
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return { time: performance.now() - began, answer }
}

const again = async (address: string, token: string, path: string): Promise<number> => {
  const times: number[] = []
  for (let turn = 0; turn < 5; turn += 1) times.push((await look(address, token, path)).time)
  return median(times)
}

const signIn = async (address: string): Promise<string> => {
  const body = JSON.stringify({ username: 'admin', password: adminPassword, as: 'token' })
  const response = await fetch(`${address}/api/v1/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  return ((await response.json()) as { readonly token: string }).token
}

const within = (limit: number, what: string, time: number, bare: number): Measure => ({
  what,
  against: 'bare SQL of the rows that the marks rest on',
  ours: milliseconds(time),
  theirs: milliseconds(bare),
  ratio: bare / time,
  line: `within ${limit} ms`,
  holds: time <= limit,
})

export const bench: Bench = {
  name: 'city',
  run: async () => {
    const { folder, remove } = makeFolder()
    try {
      await (await startServer(folder)).stop()
      const file = join(folder, 'zicha.db')
      fill(file)
      const bare = [readBare(file, 'big'), readBare(file, 'county-%')]
      const server = await startServer(folder)
      try {
        const token = await signIn(server.address)
        const progress = `/rounds/${round}-big/progress`
        const city = '/units/city/overview'
        const first = await look(server.address, token, progress)
        const firstCity = await look(server.address, token, city)
        const told = (firstCity.answer as { readonly units: number }).units
        if (told !== counties * schoolsEach) throw new Error(`the city was told of ${told} schools`)
        return [
          within(1000, '1,500 schools, first look after all were written to', first.time, bare[0] ?? 1),
          within(300, '1,500 schools, again', await again(server.address, token, progress), bare[0] ?? 1),
          within(1000, 'city of 5 × 300, first look', firstCity.time, bare[1] ?? 1),
          within(500, 'city of 5 × 300, again', await again(server.address, token, city), bare[1] ?? 1),
        ]
      } finally {
        await server.stop()
      }
    } finally {
      remove()
    }
  },
}
