import type { UnitProfile } from '@zicha/core'
import type { AssessmentAnswer } from '../../../api/contract.ts'

/** What score and questions may know of the unit, from its assessment. */
export const unitProfileOf = ({ unit, figures }: Pick<AssessmentAnswer, 'unit' | 'figures'>): UnitProfile => ({
  ...(unit.ownership === undefined ? {} : { ownership: unit.ownership }),
  ...(unit.stages === undefined ? {} : { stages: unit.stages }),
  ...(unit.members === undefined ? {} : { members: unit.members }),
  ...(unit.partyOrganization === undefined ? {} : { partyOrganization: unit.partyOrganization }),
  ...(unit.partyGroups === undefined ? {} : { partyGroups: unit.partyGroups }),
  ...(unit.retiredOrganization === undefined ? {} : { retiredOrganization: unit.retiredOrganization }),
  ...(figures.budget === undefined ? {} : { budget: figures.budget }),
})
