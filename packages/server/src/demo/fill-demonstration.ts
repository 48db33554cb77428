import type { Person, Role } from '../access/person.ts'
import { rootUnit } from '../access/person.ts'
import { keepDemoPeople } from '../accounts/list-demo-people.ts'
import { hashPassword } from '../accounts/password-hash.ts'
import { putUser } from '../accounts/put-user.ts'
import type { Db } from '../database/database.ts'
import { getForm } from '../forms/get-form.ts'
import { putUnit } from '../organizations/put-unit.ts'
import { openRound } from '../rounds/open-round.ts'
import type { Storage } from '../storage/storage.ts'
import { bureau, city, demonstrationPassword, inspectors, people, schools } from './bureau.ts'
import { deedsOfFinishedInspection, deedsOfRunningInspection } from './inspection-days.ts'
import { addDays, dayOf, momentOf, weekdayUntil } from './school-days.ts'
import { deedsOfSchool } from './school-year.ts'
import type { Moments } from './school-year.ts'
import { live } from './timeline.ts'
import type { Deed } from './timeline.ts'

const formId = 'yangzhou-2022'

/**
 * Fills an empty store with an invented bureau in the middle of its self-check: six schools of different kinds, people
 * of every role, a year of records up to `now`. Written through the use cases of requests, in the order of time, so that
 * versions, seals and the audit chain are true. The same `now` gives the same store.
 */
export const fillDemonstration = async ({
  db,
  storage,
  now,
}: {
  readonly db: Db
  readonly storage: Storage
  readonly now: Date
}): Promise<void> => {
  const today = dayOf(now)
  const year = Number(today.slice(0, 4))
  const moments: Moments = {
    year,
    round: String(year),
    daysAgo: (days, clock = '16:00') => earliest(now, momentOf(weekdayUntil(addDays(today, -days)), clock)),
  }
  const opening = earliest(now, momentOf(`${year}-01-04`, '08:30'))
  await live(db, [...(await deedsOfSettingUp(opening)), openingOf(moments, today, opening)])

  const form = getForm(formId)
  const deeds: Deed[] = []
  for (const school of schools) {
    const crew = { clerk: who('clerk', school.code), secretary: who('secretary', school.code), bureau: who('bureau', bureau.code) }
    const pair = [personOf('gaoyuan'), personOf('songlan')] as const
    deeds.push(...(await deedsOfSchool(school, crew, moments, form, storage)))
    if (school.course === 'inspecting') deeds.push(...deedsOfRunningInspection(school.code, pair, moments))
    if (school.course === 'signed') deeds.push(...deedsOfFinishedInspection(school.code, pair, crew.secretary, moments))
  }
  // What would lie before the year began happened, at the latest, right after the round was opened.
  await live(db, deeds.map((deed) => ({ ...deed, at: deed.at < opening ? opening : deed.at })))
  await keepDemoPeople(db, people.map(({ username, about }) => ({ username, about })))
}

const earliest = (one: Date, other: Date): Date => (one < other ? one : other)

const homeOf = (unit: string): string => (unit === city.code ? city.code : bureau.code)

const personOf = (username: string): Person => {
  const found = people.find((one) => one.username === username)
  if (found === undefined) throw new Error(`nobody is called ${username} in the demonstration`)
  const { name, role, unit } = found
  return role === 'admin'
    ? { username, name, role, unit: rootUnit, bureau: rootUnit }
    : { username, name, role, unit, bureau: homeOf(unit) }
}

const who = (role: Role, unit: string): Person => {
  const found = people.find((one) => one.role === role && one.unit === unit)
  if (found === undefined) throw new Error(`the demonstration has no ${role} in ${unit}`)
  return personOf(found.username)
}

/** Units from the city down, then people: by the admin, as an office would. */
const deedsOfSettingUp = async (at: Date): Promise<readonly Deed[]> => {
  const by = personOf('guanli')
  const hash = await hashPassword(demonstrationPassword)
  const units = [
    { code: city.code, name: city.name, kind: 'city' as const },
    { code: bureau.code, name: bureau.name, kind: 'bureau' as const, parent: city.code },
    ...schools.map(({ budget: _, course: __, ...school }) => school),
  ]
  return [
    ...units.map(({ code, ...body }): Deed => ({
      at,
      by,
      action: 'unit.put',
      target: `/units/${code}`,
      run: ({ db }) => putUnit(db, code, body, undefined),
    })),
    ...people.map(({ username, name, role, unit }): Deed => ({
      at,
      by,
      action: 'user.put',
      target: `/users/${username}`,
      run: ({ db }) => putUser(db, by, username, { name, role, unit }, { hash }, undefined),
    })),
  ]
}

/** Opened by the bureau at the beginning of the year; the self-check itself runs around the present. */
const openingOf = (moments: Moments, today: string, at: Date): Deed => {
  const by = who('bureau', bureau.code)
  const within = (day: string): string =>
    day < `${moments.year}-01-01` ? `${moments.year}-01-01` : day > `${moments.year}-12-31` ? `${moments.year}-12-31` : day
  return {
    at,
    by,
    action: 'round.put',
    target: `/rounds/${moments.round}`,
    run: (writing) =>
      openRound(writing, moments.round, {
        form: formId,
        year: moments.year,
        opensOn: within(addDays(today, -35)),
        dueOn: within(addDays(today, 25)),
        listNumber: `江督考办〔${moments.year}〕2号`,
        units: schools.map((school) => school.code),
        inspectors: Object.fromEntries(Object.entries(inspectors).map(([unit, usernames]) => [unit, [...usernames]])),
      }),
  }
}
