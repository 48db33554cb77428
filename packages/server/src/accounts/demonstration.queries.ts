import type { Db } from '../database/database.ts'

export type DemoUser = {
  readonly username: string
  readonly name: string
  readonly role: string
  readonly unit: string
  readonly unitName: string | null
  readonly kind: string | null
}

export const listDemoUsers = (db: Db): Promise<DemoUser[]> =>
  db
    .selectFrom('users')
    .leftJoin('units', 'units.code', 'users.unit')
    .select(['users.username', 'users.name', 'users.role', 'users.unit', 'units.name as unitName', 'units.kind'])
    .where('users.active', '=', 1)
    .orderBy('users.unit')
    .orderBy('users.username')
    .execute()
