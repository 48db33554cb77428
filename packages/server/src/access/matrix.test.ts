import { describe, expect, test } from 'vitest'
import { getForm } from '../forms/get-form.ts'
import { forbidden } from '../http/problem.ts'
import type { Route } from '../http/route.ts'
import { routes } from '../routes.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import type { Answer, House } from '../testing/harness.ts'
import { people, units } from '../testing/people.ts'
import type { Username } from '../testing/people.ts'
import { sampleOf } from '../testing/sample.ts'
import { permissions, verdictOf } from './permissions.ts'
import type { Relation } from './permissions.ts'
import type { About } from './relation.ts'

/** What stands in the store beside the cast: one round a bureau, and Ivy sent to yucai. */
const rounds = [
  { id: 'check-yizheng', bureau: 'yizheng', units: ['yucai', 'shiyan'] },
  { id: 'check-gaoyou', bureau: 'gaoyou', units: ['chengbei'] },
] as const
const assigned = { unit: 'yucai', username: 'ivy', round: 'check-yizheng' }

/** An edition and an uploaded table a bureau. */
const papers = [
  { bureau: 'yizheng', form: 'fire-yizheng', draft: '5f0c1b52-0a1e-4d53-8c3b-6d1e9a1c2f01' },
  { bureau: 'gaoyou', form: 'fire-gaoyou', draft: '5f0c1b52-0a1e-4d53-8c3b-6d1e9a1c2f02' },
] as const

const usernames = Object.keys(people) as Username[]
const parentOf = (code: string): string | null => units.find((unit) => unit.code === code)?.parent ?? null
const lineOf = (code: string): readonly string[] => {
  const parent = parentOf(code)
  return parent === null ? [code] : [code, ...lineOf(parent)]
}

/** The oracle: the same question, answered from the cast alone and in other words than access/relation.ts. */
const standing = (username: Username, unit: string): Relation => {
  const { role, unit: home } = people[username]
  if (role === 'admin') return 'below'
  if (unit === home) return 'own'
  if (lineOf(unit).includes(home)) return 'below'
  if (lineOf(home).includes(unit)) return 'above'
  return username === assigned.username && unit === assigned.unit ? 'assigned' : 'elsewhere'
}
const expectedRelation = (username: Username, about: About): Relation => {
  const { role, unit: home } = people[username]
  const inside = (unit: string): boolean => standing(username, unit) === 'own' || standing(username, unit) === 'below'
  switch (about.kind) {
    // No long work stands in the store but what the calls of this test ask for.
    case 'job':
      return 'elsewhere'
    case 'unit':
      return standing(username, about.unit)
    case 'placement': {
      const present = standing(username, about.unit)
      if (role === 'admin') return 'below'
      if (units.some((unit) => unit.code === about.unit) && present !== 'below') return present
      return about.parent !== undefined && inside(about.parent) ? 'below' : 'elsewhere'
    }
    case 'user': {
      const subject = people[about.username as Username]
      if (role === 'admin') return 'below'
      if (about.unit === undefined && about.username === username) return 'own'
      if (subject.role === 'admin') return 'elsewhere'
      const order: readonly Relation[] = ['own', 'below', 'assigned', 'asked', 'above', 'elsewhere']
      const both = [subject.unit, about.unit ?? subject.unit].map((unit) => order.indexOf(standing(username, unit)))
      return order[Math.max(...both)] ?? 'elsewhere'
    }
    case 'round': {
      const round = rounds.find((one) => one.id === about.round)
      if (round === undefined) return 'elsewhere'
      if (role === 'admin') return 'below'
      const toBureau = standing(username, round.bureau)
      if (toBureau === 'below') return 'below'
      if (toBureau === 'own' && (role === 'bureau' || role === 'city')) return 'own'
      if (username === assigned.username && round.id === assigned.round) return 'assigned'
      if ((round.units as readonly string[]).includes(home)) return 'asked'
      return toBureau === 'own' ? 'own' : 'elsewhere'
    }
    case 'opening': {
      const present = expectedRelation(username, { kind: 'round', round: about.round })
      if (role === 'admin' || (present !== 'own' && present !== 'below')) return present
      return about.units.every(inside) ? present : 'elsewhere'
    }
    case 'assessment': {
      const round = rounds.find((one) => one.id === about.round)
      if (round === undefined || !(round.units as readonly string[]).includes(about.unit)) return 'elsewhere'
      const relation = standing(username, about.unit)
      // Of a bureau's schools, an inspector has only those that were given to them.
      const isNotGiven = role === 'inspector' && relation === 'below'
      if (isNotGiven && username === assigned.username && about.unit === assigned.unit) return 'assigned'
      return relation === 'above' || isNotGiven ? 'elsewhere' : relation
    }
    case 'edition': {
      const paper = papers.find((one) => one.form === about.form)
      return paper === undefined ? 'own' : standing(username, paper.bureau)
    }
    case 'draft': {
      const paper = papers.find((one) => one.draft === about.draft)
      if (paper !== undefined) return standing(username, paper.bureau)
      return role === 'bureau' || role === 'admin' ? 'own' : 'elsewhere'
    }
  }
}

const fillRounds = async (house: House): Promise<void> => {
  const { reader } = house.database
  await house.database.transact(async (trx) => {
    for (const round of rounds) {
      await trx
        .insertInto('rounds')
        .values({
          bureau: round.bureau, id: round.id, form: 'yangzhou-2022', year: 2026, opens_on: '2026-09-01',
          due_on: '2026-12-20', list_number: null, version: 1,
        })
        .execute()
      for (const unit of round.units) {
        await trx
          .insertInto('assessments')
          .values({
            bureau: round.bureau, round: round.id, unit, stage: 'draft', budget: null, facts_version: 1, version: 1,
            updated_at: null,
          })
          .execute()
      }
    }
    await trx.insertInto('round_inspectors').values({ bureau: 'yizheng', ...assigned }).execute()
  })
  expect(await reader.selectFrom('assessments').select('unit').execute()).toHaveLength(3)
}

const fillEditions = (house: House): Promise<void> =>
  house.database.transact(async (trx) => {
    for (const { bureau, form: id } of papers) {
      const form = { ...getForm('yangzhou-2022'), id }
      await trx
        .insertInto('form_editions')
        .values({
          bureau, id, title: form.title, edition: form.edition, total: 100_000, content: JSON.stringify(form),
          hash: `hash of ${id}`, source_sha256: null, source_size: null, published_by: 'betty', published_at: '2026-09-01T00:00:00.000Z',
        })
        .execute()
    }
  })

/** Put back before each call that throws them away. */
const fillDrafts = (house: House): Promise<void> =>
  house.database.transact(async (trx) => {
    for (const { bureau, draft: id } of papers) {
      await trx
        .insertInto('form_drafts')
        .values({
          bureau, id, file_name: '表.docx', source_sha256: 'ab'.repeat(32), source_size: 1, title: '表', total: 0,
          frame: '{"heading":"","unitLine":"","dateLine":"","columns":["内容"],"totalRow":"","signatureLine":""}',
          sections: '[]', findings: '[]', fills_source: 0, created_by: 'betty', created_at: '2026-09-01T00:00:00.000Z',
          edition: null, published_at: null, version: 1,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
  })

/** Subjects of every kind: of one's own, of a sibling, of a parent, of a stranger, for each of the cast. */
const subjects = [
  ...units.map((unit) => ({ unit: unit.code, round: 'check-yizheng', username: 'alice' as Username })),
  { unit: 'chengbei', round: 'check-gaoyou', username: 'mallory' as Username },
  ...usernames.map((username) => ({ unit: 'yucai', round: 'check-yizheng', username })),
  { unit: 'yucai', round: 'check-gaoyou', username: 'alice' as Username },
]

/** One subject an address: a route that names no person does not ask again for each. */
const subjectsOf = (route: Route): readonly (typeof subjects)[number][] => {
  const takesUnit = route.path.startsWith('/users/')
  const keyOf = (subject: (typeof subjects)[number]) => `${addressOf(route, subject).url} ${takesUnit ? subject.unit : ''}`
  return [...new Map(subjects.map((subject) => [keyOf(subject), subject])).values()]
}

const addressOf = (route: Route, subject: (typeof subjects)[number]): { readonly params: Record<string, string>; readonly url: string } => {
  const params: Record<string, string> = {}
  const url = route.path.replace(/:([a-zA-Z0-9]+)/g, (_, name: string) => {
    const value = valueOf(route, name, subject)
    params[name] = value
    return encodeURIComponent(value)
  })
  return { params, url }
}
const valueOf = (route: Route, name: string, subject: (typeof subjects)[number]): string => {
  if (name === 'code' || name === 'unit' || name === 'bureau') return subject.unit
  if (name === 'round' || (name === 'id' && route.path.startsWith('/rounds/'))) return subject.round
  if (name === 'username' || name === 'inspector') return subject.username
  if (name === 'kind') return 'feedback'
  if (name === 'sha256') return 'ab'.repeat(32)
  if (name === 'no') return '1'
  if (name === 'criterion') return '2.1'
  const paper = papers.find((one) => one.bureau === (subject.round === 'check-gaoyou' ? 'gaoyou' : 'yizheng'))
  if (name === 'id' && route.path.startsWith('/forms')) return subject.unit === 'yangzhou' ? 'yangzhou-2022' : (paper?.form ?? '')
  if (name === 'uuid' && route.path.startsWith('/form-drafts')) return subject.unit === 'yangzhou' ? 'c0000000-0000-4000-8000-000000000000' : (paper?.draft ?? '')
  return '0b8f4a52-6f0e-4d53-9c3b-6d1e9a1c2f11'
}

/** The sampled body, made to name units that exist: the road to the right must not end at a missing unit. */
const bodyOf = (route: Route, unit: string): unknown => {
  const body = sampleOf(route.body)
  if (typeof body !== 'object' || body === null) return body
  const named: Record<string, unknown> = { ...body }
  if ('unit' in named && route.path.startsWith('/users')) named['unit'] = unit
  if (route.path.startsWith('/units/') && 'kind' in named) Object.assign(named, { kind: 'school', parent: 'yizheng' })
  if ('units' in named && route.path.startsWith('/rounds')) named['units'] = ['yucai']
  return named
}

const queryOf = (route: Route): string => {
  const query = sampleOf(route.query) as Record<string, unknown> | undefined
  const pairs = Object.entries(query ?? {}).map(([name, value]): [string, string] => [name, String(value)])
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`
}

const send = (house: House, username: Username, route: Route, url: string, body: unknown): Promise<Answer> => {
  const person = house.as(username)
  switch (route.method) {
    case 'GET':
      return person.get(url)
    case 'DELETE':
      // A round is only met, never withdrawn: the routes after it are asked about it too.
      return person.delete(url, route.path === '/rounds/:id' ? { ifMatch: 999_999 } : {})
    case 'PUT':
      return person.put(url, route.takes === 'bytes' ? Buffer.from('bytes') : body, { ifMatch: 999_999 })
    case 'POST':
      return person.post(url, route.takes === 'bytes' ? Buffer.from('bytes') : body)
  }
}

const guarded = routes.filter((route) => route.permission !== 'public')
const changesPeople = (route: Route): boolean => route.path === '/sessions/current' && route.method === 'DELETE'

forEachEngine((engine) => {
  const house = useHouse(engine)

  test('each person on each route gets what the table says: hidden, forbidden or let in', async () => {
    await fillRounds(house)
    await fillEditions(house)
    await fillDrafts(house)
    const absent = await house.as('alice').get('/nowhere')
    let asked = 0
    for (const route of guarded.filter((one) => !changesPeople(one))) {
      for (const subject of subjectsOf(route)) {
        const { params, url } = addressOf(route, subject)
        const body = bodyOf(route, subject.unit)
        for (const username of usernames) {
          const about = route.about?.({ params, body } as unknown as Parameters<NonNullable<Route['about']>>[0])
          const relation = about === undefined ? 'own' : expectedRelation(username, about)
          if (route.permission === 'public') continue
          const verdict = verdictOf(route.permission, people[username].role, relation)
          const where = `${username} ${route.method} ${url} ${JSON.stringify(about)} (${relation})`
          if (route.path.startsWith('/form-drafts') && route.method === 'DELETE') await fillDrafts(house)
          const answer = await send(house, username, route, `${url}${queryOf(route)}`, body)
          asked += 1
          expect(answer.status, where).toBeLessThan(500)
          if (verdict === 'hidden') {
            expect([answer.status, answer.bytes.toString()], where).toEqual([404, absent.bytes.toString()])
          } else if (verdict === 'forbidden') {
            expect([answer.status, answer.body?.code], where).toEqual([403, 'request.forbidden'])
          } else {
            // Behind the right to ask for a stage a rule still says which role reaches which.
            if (route.permission !== 'assessment.move') expect(answer.body?.detail, where).not.toBe(forbidden().detail)
            expect(answer.status, where).not.toBe(401)
          }
        }
      }
    }
    expect(asked).toBeGreaterThan(300)
  }, 120_000)

  test('without a session every guarded route answers 401 and nothing else', async () => {
    for (const route of guarded) {
      const { url } = addressOf(route, subjects[0] ?? { unit: 'yucai', round: 'check-yizheng', username: 'alice' })
      const answer = await house.app.inject({ method: route.method, url: `/api/v1${url}` })
      expect([answer.statusCode, answer.json().code], `${route.method} ${url}`).toEqual([401, 'session.none'])
    }
  })

  test('server fields added to a body are refused on every route that takes one', async () => {
    for (const route of routes) {
      const body = sampleOf(route.body)
      if (typeof body !== 'object' || body === null || Array.isArray(body)) continue
      const { url } = addressOf(route, { unit: 'yucai', round: 'check-yizheng', username: 'alice' })
      for (const field of ['bureau', 'stage', 'recordedAt', 'recordedBy', 'version', 'total', 'active_', 'snapshot']) {
        const answer = await send(house, 'alice', route, url, { ...body, [field]: 1 })
        expect([answer.status, answer.body?.code], `${route.method} ${url} with ${field}`).toEqual([422, 'request.invalid'])
        expect(answer.body.errors[0].pointer).toBe(`#/${field}`)
      }
    }
  })
})

describe('the table itself', () => {
  test('every route names a permission of the table, and every permission is used by a route', () => {
    const used = new Set(guarded.map((route) => route.permission))
    for (const permission of used) expect(Object.keys(permissions)).toContain(permission)
  })

  test('an admin neither submits, nor inspects, nor fills', () => {
    for (const permission of ['assessment.fill', 'assessment.move', 'inspection.mark', 'inspection.settle'] as const) {
      for (const relation of ['own', 'below', 'assigned', 'asked', 'above', 'elsewhere'] as const) {
        expect(verdictOf(permission, 'admin', relation)).not.toBe('allowed')
      }
    }
  })

  test('nobody is ever let in elsewhere', () => {
    for (const permission of Object.keys(permissions) as (keyof typeof permissions)[]) {
      for (const role of ['clerk', 'secretary', 'inspector', 'bureau', 'city', 'admin'] as const) {
        expect(verdictOf(permission, role, 'elsewhere')).toBe('hidden')
      }
    }
  })
})
