/** What the score and the proposals may know of a unit: counts and kinds, nobody's data. */
export type UnitProfile = {
  readonly ownership?: 'public' | 'private'
  readonly stages?: readonly Stage[]
  readonly members?: number
  readonly partyOrganization?: 'branch' | 'general_branch' | 'committee' | 'joint' | 'none'
  readonly partyGroups?: number
  readonly retiredOrganization?: boolean
  /** Party-building money in this year's budget, in yuan. */
  readonly budget?: number
}

export type Stage = 'kindergarten' | 'primary' | 'junior' | 'senior' | 'vocational' | 'special'

export type UnitCondition = { readonly field: 'partyGroups' | 'members'; readonly above: number }
