import { resolve } from 'node:path'

/** What the environment says, read once at the start. */
export type Config = {
  readonly dataFolder: string
  readonly port: number
  readonly host: string
  readonly databaseUrl: string | undefined
  readonly adminPassword: string | undefined
  readonly demo: boolean
  /** Where a proxy stands in front: its X-Forwarded-For and -Proto are believed. Off unless set. */
  readonly trustProxy: boolean
}

/** Raised where the environment cannot be read; the message is a sentence for the person at the start. */
export class ConfigFault extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'ConfigFault'
  }
}

export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const set = (name: string): string | undefined => (env[name] === undefined || env[name] === '' ? undefined : env[name])
  const port = Number(set('ZICHA_PORT') ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigFault('ZICHA_PORT 应是0到65535之间的整数，请改好再启动。')
  }
  const databaseUrl = set('ZICHA_DATABASE_URL')
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new ConfigFault('ZICHA_DATABASE_URL 应以 postgres:// 开头；不设就用内置数据库。')
  }
  const adminPassword = set('ZICHA_ADMIN_PASSWORD')
  if (adminPassword !== undefined && (adminPassword.length < 8 || adminPassword.length > 128)) {
    throw new ConfigFault('ZICHA_ADMIN_PASSWORD 应有8到128个字符，请换一个再启动。')
  }
  return {
    dataFolder: resolve(set('ZICHA_DATA') ?? './data'),
    port,
    host: set('ZICHA_HOST') ?? '127.0.0.1',
    databaseUrl,
    adminPassword,
    demo: isOn('ZICHA_DEMO', set('ZICHA_DEMO')),
    trustProxy: isOn('ZICHA_TRUST_PROXY', set('ZICHA_TRUST_PROXY')),
  }
}

const isOn = (name: string, value: string | undefined): boolean => {
  if (value === undefined || value === '0') return false
  if (value === '1') return true
  throw new ConfigFault(`${name} 只能是0或1。`)
}
