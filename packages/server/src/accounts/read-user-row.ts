import type { User } from './accounts.contract.ts'
import { role } from './accounts.contract.ts'
import type { UserRow } from './users.queries.ts'

/** The person that a row holds, without what nobody is shown. */
export const userFromRow = (row: UserRow): User => ({
  username: row.username,
  name: row.name,
  role: role.parse(row.role),
  unit: row.unit,
  active: row.active === 1,
  ready: row.password_hash !== null,
  lastSignInAt: row.last_sign_in_at,
  ...(row.ends_on === null ? {} : { endsOn: row.ends_on }),
  version: row.version,
})
