import { countByStage, lostByItem, mayEdit } from '@zicha/core'
import type { Form, ItemStanding } from '@zicha/core'
import type { Db } from '../database/database.ts'
import { getEdition } from '../forms/find-edition.ts'
import type { Services } from '../http/route.ts'
import { stageOf } from '../rounds/beneath.ts'
import type { RoundRow } from '../rounds/rounds.queries.ts'
import { readStandings } from './kept-standings.ts'
import type { OverviewAnswer } from './overview.contract.ts'
import { listOfficesUnder, listOverviewRows, listRoundsUnder } from './overview.queries.ts'
import type { OverviewRow } from './overview.queries.ts'
import { renewSummaries } from './renew-summaries.ts'

type Counted = { readonly bureau: string; readonly round: RoundRow; readonly row: OverviewRow }

/**
 * The bureaus under a unit, however deep: how many schools stand where, and on which items how many of those that have
 * submitted lost. In the order of codes and of the form: nobody is ranked.
 */
export const viewOverview = async (db: Db, services: Services, unit: string, wanted: number | undefined): Promise<OverviewAnswer> => {
  const all = await listRoundsUnder(db, unit)
  const years = [...new Set(all.map((round) => round.year))].sort((a, b) => b - a)
  const year = wanted ?? years[0] ?? null
  const rounds = all.filter((round) => round.year === year)
  const counted = await loadCounted(db, services, rounds)
  const offices = await listOfficesUnder(db, unit)
  const named = new Map(offices.map((office) => [office.code, office]))
  const bureaus = offices.filter(
    // A county that has not begun is told of; an office that asks nobody itself stands here only where it does.
    ({ code, kind, parent }) =>
      rounds.some((round) => round.bureau === code) || (kind === 'bureau' && code !== unit && named.get(parent ?? '')?.kind === 'city'),
  )
  return {
    year,
    years,
    bureaus: bureaus.map(({ code, name, parent }) => {
      const own = counted.filter(({ bureau }) => bureau === code)
      return {
        unit: code,
        name,
        under: code === unit || parent === unit || parent === null ? null : (named.get(parent)?.name ?? null),
        rounds: rounds.filter((round) => round.bureau === code).map(({ id, form }) => ({ id, form })),
        units: own.length,
        counts: countsOf(own),
      }
    }),
    units: counted.length,
    counts: countsOf(counted),
    losses: await lossesOf(db, rounds, counted),
  }
}

const loadCounted = async (db: Db, services: Services, rounds: readonly RoundRow[]): Promise<readonly Counted[]> => {
  if (rounds.length === 0) return []
  const byRound = new Map<string, OverviewRow[]>()
  for (const row of await listOverviewRows(db, rounds)) {
    const known = byRound.get(row.round)
    if (known === undefined) byRound.set(row.round, [row])
    else known.push(row)
  }
  const counted: Counted[] = []
  for (const round of rounds) {
    const rows = byRound.get(round.id) ?? []
    const fresh = new Map((await renewSummaries(db, services, round, rows)).map((row) => [row.unit, row]))
    for (const row of rows) counted.push({ bureau: round.bureau, round, row: { ...row, ...fresh.get(row.unit), round: round.id } })
  }
  return counted
}

const countsOf = (counted: readonly Counted[]): OverviewAnswer['counts'] =>
  countByStage(counted.map(({ row }) => ({ stage: stageOf(row), answered: row.answered ?? 0 })))

const lossesOf = async (db: Db, rounds: readonly RoundRow[], counted: readonly Counted[]): Promise<OverviewAnswer['losses']> => {
  const losses: OverviewAnswer['losses'] = []
  for (const id of [...new Set(rounds.map((round) => round.form))].sort()) {
    const { form } = await getEdition(db, id)
    // What is still being filled has not lost anything yet.
    const submitted = counted.filter(({ round, row }) => round.form === id && !mayEdit(stageOf(row)))
    losses.push({ form: id, title: form.title, submitted: submitted.length, items: itemsOf(form, submitted) })
  }
  return losses
}

const itemsOf = (form: Form, submitted: readonly Counted[]): OverviewAnswer['losses'][number]['items'] => {
  const bureaus = [...new Set(submitted.map(({ bureau }) => bureau))].sort()
  const all = lostByItem(form, submitted.map(standingsOf))
  const each = bureaus.map((code) => ({ code, items: lostByItem(form, submitted.filter(({ bureau }) => bureau === code).map(standingsOf)) }))
  const sections = new Map(form.sections.map((section) => [section.no, section.name]))
  return form.items.map((item, index) => ({
    no: item.no,
    section: sections.get(item.section) ?? '',
    duty: item.duty,
    max: item.points,
    all: { units: all[index]?.units ?? 0, lost: all[index]?.unitsThatLost ?? 0 },
    byBureau: Object.fromEntries(
      each.map(({ code, items }) => [code, { units: items[index]?.units ?? 0, lost: items[index]?.unitsThatLost ?? 0 }]),
    ),
  }))
}

const standingsOf = ({ row }: Counted): readonly ItemStanding[] => readStandings(row.items)
