import { countByStage, lostByItem, mayEdit } from '@zicha/core'
import type { Form, ItemLoss, ItemStanding } from '@zicha/core'
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
 * submitted lost, by their own sheets and by the inspectors. In the order of codes and of the form: nobody is ranked.
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
    const submitted = counted
      .filter(({ round, row }) => round.form === id && !mayEdit(stageOf(row)))
      .map(({ bureau, row }): Submitted => ({ bureau, self: readStandings(row.items), inspection: readStandings(row.inspected_items) }))
    losses.push({
      form: id,
      title: form.title,
      submitted: submitted.length,
      inspected: submitted.filter(({ inspection }) => inspection.length > 0).length,
      items: itemsOf(form, submitted),
    })
  }
  return losses
}

/** One unit that has submitted, with both columns by item. */
type Submitted = { readonly bureau: string; readonly self: readonly ItemStanding[]; readonly inspection: readonly ItemStanding[] }
type OverviewItem = OverviewAnswer['losses'][number]['items'][number]

const itemsOf = (form: Form, submitted: readonly Submitted[]): OverviewItem[] => {
  const sections = new Map(form.sections.map((section) => [section.no, section.name]))
  const self = columnsOf(form, submitted, 'self')
  const inspection = columnsOf(form, submitted, 'inspection')
  return form.items.map((item, index) => ({
    no: item.no,
    section: sections.get(item.section) ?? '',
    duty: item.duty,
    max: item.points,
    self: self(index),
    inspection: inspection(index),
  }))
}

/** One column counted over all bureaus and in each, to be asked by the place of an item in the form. */
const columnsOf = (form: Form, submitted: readonly Submitted[], column: 'self' | 'inspection'): ((index: number) => OverviewItem['self']) => {
  const bureaus = [...new Set(submitted.map(({ bureau }) => bureau))].sort()
  const count = (some: readonly Submitted[]) => lostByItem(form, some.map((one) => one[column]))
  const all = count(submitted)
  const each = bureaus.map((code) => ({ code, items: count(submitted.filter(({ bureau }) => bureau === code)) }))
  return (index) => ({
    all: countOf(all[index]),
    byBureau: Object.fromEntries(each.map(({ code, items }) => [code, countOf(items[index])])),
  })
}

const countOf = (loss: ItemLoss | undefined): OverviewItem['self']['all'] => ({ units: loss?.units ?? 0, lost: loss?.unitsThatLost ?? 0 })
