import { itemName, lostAt, toDecimal } from '@zicha/core'
import type { Form, ItemLoss, ItemStanding } from '@zicha/core'
import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import type { Services } from '../http/route.ts'
import type { ItemLossesAnswer, LossesAnswer } from './losses.contract.ts'
import { countStandings, loadRoundStandings } from './round-standings.ts'
import type { RoundStandings } from './round-standings.ts'

/** On which items how many units lost, by their own sheets and by the inspectors. Raises 404. */
export const viewLosses = async (db: Db, services: Services, id: string): Promise<LossesAnswer> => lossesOf(await loadRoundStandings(db, services, id))

export const lossesOf = (round: RoundStandings): LossesAnswer => ({
  year: round.year,
  form: round.form.id,
  asked: round.asked,
  submitted: round.units.length,
  inspected: round.units.filter(({ inspection }) => inspection.length > 0).length,
  sections: round.form.sections.map(({ no, name }) => ({ no, name })),
  items: itemsOf(round),
})

/** One item in every unit that has submitted. Raises 404 for a round or an item that is not there. */
export const viewItemLosses = async (db: Db, services: Services, id: string, no: number): Promise<ItemLossesAnswer> => {
  const round = await loadRoundStandings(db, services, id)
  const { items, sections } = round.form
  const counted = itemsOf(round).find((one) => one.no === no)
  const at = items.findIndex((one) => one.no === no)
  const item = items[at]
  if (counted === undefined || item === undefined) throw notFound()
  return {
    year: round.year,
    item: { ...counted, clause: item.clause, sectionName: sections.find((section) => section.no === item.section)?.name ?? '' },
    before: items[at - 1]?.no ?? null,
    after: items[at + 1]?.no ?? null,
    units: round.units.map(({ unit, name, stage, self, inspection }) => ({
      unit,
      name,
      stage,
      self: standingAt(item, self),
      inspection: standingAt(item, inspection),
    })),
  }
}

const itemsOf = (round: RoundStandings): LossesAnswer['items'] => {
  const { self, inspection } = countStandings(round)
  return round.form.items.map(({ no, section, duty, points }, index) => ({
    no,
    name: itemName(round.form, no),
    section,
    duty,
    max: points,
    self: countOf(self[index]),
    inspection: countOf(inspection[index]),
  }))
}

const countOf = (loss: ItemLoss | undefined): LossesAnswer['items'][number]['self'] =>
  loss === undefined
    ? { units: 0, lost: 0, points: 0, unanswered: 0, notApplicable: 0 }
    : { units: loss.units, lost: loss.unitsThatLost, points: toDecimal(loss.lost), unanswered: loss.unanswered, notApplicable: loss.notApplicable }

const standingAt = ({ no, points }: Form['items'][number], standings: readonly ItemStanding[]): ItemLossesAnswer['units'][number]['self'] => {
  const standing = standings.find((one) => one.no === no)
  return standing === undefined
    ? { status: 'unanswered', score: null, lost: 0, open: 0 }
    : { status: standing.status, score: toDecimal(standing.score), lost: toDecimal(lostAt(points, standing)), open: toDecimal(standing.open) }
}
