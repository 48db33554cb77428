import { write } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { rootUnit } from '../access/person.ts'
import { fillEmptyStore } from './demonstration.ts'
import { makeSetupLink } from './one-time-links.ts'
import { hashPassword } from './password-hash.ts'
import { firstAdmin } from './set-up.ts'
import { findUserRow, hasAnyUser, insertUser } from './users.queries.ts'

/**
 * An empty store gets its first person: `admin` by ZICHA_ADMIN_PASSWORD, the demonstration by ZICHA_DEMO, else the
 * token of a one-time set-up link, which is answered once and kept only as a hash. A store with people stays as it is.
 */
export const prepareFirstStart = async (services: Services): Promise<{ readonly setupToken: string | undefined }> => {
  const { database, config, storage } = services
  if (await hasAnyUser(database.reader)) return { setupToken: undefined }
  const passwordHash = config.adminPassword === undefined ? undefined : await hashPassword(config.adminPassword)
  return write(database, async (trx) => {
    if (await hasAnyUser(trx)) return { setupToken: undefined }
    const now = services.now()
    const record = (action: string, target: string) =>
      appendAudit(trx, { bureau: rootUnit, at: now, actor: 'start', action, target, requestId: 'start' })
    if (config.demo) {
      await fillEmptyStore(trx, storage, now)
      await record('demo.fill', '/demo')
    }
    if (passwordHash !== undefined && (await findUserRow(trx, 'admin')) === undefined) {
      await insertUser(trx, firstAdmin('admin', '管理员', passwordHash))
      await record('user.put', '/users/admin')
    }
    if (await hasAnyUser(trx)) return { setupToken: undefined }
    await record('link.make', '/setup')
    return { setupToken: await makeSetupLink(trx, now) }
  })
}
