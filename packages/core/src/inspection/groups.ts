/** One who inspects: their own unit, and the units where they worked before, by code only. */
export type GroupInspector = {
  readonly username: string
  readonly name: string
  readonly unit: string
  readonly formerUnits: readonly string[]
}

export type GroupUnit = { readonly code: string; readonly name: string }

/** A section of the form and how many items it holds: what a member has to look through. */
export type GroupSection = { readonly no: number; readonly items: number }

/** Inspectors who go together: who sees to which sections of the form, and which unit on which day (`null`: none yet). */
export type InspectionGroup = {
  readonly members: readonly { readonly username: string; readonly sections: readonly number[] }[]
  readonly visits: readonly { readonly unit: string; readonly day: string | null }[]
}

/** Who inspects which unit, as a round carries it: the members of the group that goes there, in the order of their names. */
export const inspectorsOfGroups = (groups: readonly InspectionGroup[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    groups.flatMap((group) => {
      const usernames = group.members.map((member) => member.username).sort()
      return usernames.length === 0 ? [] : group.visits.map((visit) => [visit.unit, usernames])
    }),
  )
