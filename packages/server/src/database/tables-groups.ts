/** Inspection groups and draws of a round. */
export type GroupTables = {
  /** Who goes with whom; an inspector is in one group of a round. `sections` is JSON: the form's sections they see to. */
  group_members: { bureau: string; round: string; username: string; group_no: number; sections: string }
  /** Which group sees a unit, and on which day. */
  group_visits: { bureau: string; round: string; unit: string; group_no: number; day: string | null }
  /** Where an inspector worked before: codes of units as JSON, nothing else. */
  former_units: { bureau: string; username: string; units: string; version: number }
  /** A draw as it was made; never changed, never deleted. `units` is JSON: every unit with its stratum, and whether drawn. */
  draws: {
    bureau: string
    round: string
    id: string
    seed: string
    strata: string
    count: number
    units: string
    made_at: string
    made_by: string
  }
}
