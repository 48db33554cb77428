import type { UnitProfile } from '@zicha/core'
import { z } from 'zod'
import { ownership, partyOrganization, stage } from '../organizations/organizations.contract.ts'

const profile = z.object({
  ownership: ownership.exactOptional(),
  stages: z.array(stage).exactOptional(),
  members: z.int().exactOptional(),
  partyOrganization: partyOrganization.exactOptional(),
  partyGroups: z.int().exactOptional(),
  retiredOrganization: z.boolean().exactOptional(),
})

/** Yuan are held as whole fen, so that no engine rounds them. */
export const budgetFromFen = (fen: number | null): number | undefined => (fen === null ? undefined : fen / 100)
export const budgetToFen = (yuan: number): number => Math.round(yuan * 100)

/** What rules and proposals may know of a unit in a round: its profile, and this year's budget. */
export const unitProfile = (storedProfile: string, budgetFen: number | null): UnitProfile => {
  const budget = budgetFromFen(budgetFen)
  return { ...profile.parse(JSON.parse(storedProfile)), ...(budget === undefined ? {} : { budget }) }
}
