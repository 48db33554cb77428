export type Role = 'clerk' | 'secretary' | 'inspector' | 'bureau' | 'city' | 'admin'

/** Who makes the call, as the store holds them at this moment. */
export type Person = {
  readonly username: string
  readonly name: string
  readonly role: Role
  /** Code of their unit; `rootUnit` for an admin, who stands above all units. */
  readonly unit: string
  /** Code of the bureau (or city) at their unit's root: what their rows bear. */
  readonly bureau: string
}

/** An empty store has no unit, yet its first person needs one: a code that no unit may take. */
export const rootUnit = 'root'
