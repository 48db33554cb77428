/** What a city and a county of 1,500 schools wait for at their first look and afterwards, beside the bare SQL of the same rows. */
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { counties, fillCounties, round, schoolsEach } from './filled-counties.ts'
import { median, milliseconds, type Bench, type Measure } from './measure.ts'
import { adminPassword, makeFolder, startServer } from './running-server.ts'

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

/** As if each school of the county had handed its table in; what was kept of them stays true of their marks. */
const submitAll = (file: string): void => {
  const database = new DatabaseSync(file)
  database.exec("update assessments set stage = 'submitted' where bureau = 'big'")
  database.close()
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
      fillCounties(file)
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
        const looks = [
          within(1000, '1,500 schools, first look after all were written to', first.time, bare[0] ?? 1),
          within(300, '1,500 schools, again', await again(server.address, token, progress), bare[0] ?? 1),
          within(1000, 'city of 5 × 300, first look', firstCity.time, bare[1] ?? 1),
          within(500, 'city of 5 × 300, again', await again(server.address, token, city), bare[1] ?? 1),
        ]
        await server.stop()
        submitAll(file)
        return [...looks, ...(await lookAtLosses(folder, bare[0] ?? 1))]
      } finally {
        await server.stop()
      }
    } finally {
      remove()
    }
  },
}

const lookAtLosses = async (folder: string, bare: number): Promise<readonly Measure[]> => {
  const server = await startServer(folder)
  try {
    const token = await signIn(server.address)
    const losses = `/rounds/${round}-big/losses`
    const { submitted } = (await look(server.address, token, losses)).answer as { readonly submitted: number }
    if (submitted !== 1500) throw new Error(`${submitted} schools were counted`)
    return [
      within(300, '1,500 schools, lost points by item', await again(server.address, token, losses), bare),
      within(300, '1,500 schools, those of one item', await again(server.address, token, `${losses}/5`), bare),
    ]
  } finally {
    await server.stop()
  }
}
