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
  /** Where files lie, if not in the data folder: an S3-compatible store. */
  readonly objectStore: ObjectStore | undefined
}
type ObjectStore = { readonly url: string; readonly key: string; readonly secret: string; readonly region: string }

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
    objectStore: readObjectStore(set),
  }
}

const readObjectStore = (set: (name: string) => string | undefined): ObjectStore | undefined => {
  const url = set('ZICHA_STORAGE_URL')
  if (url === undefined) return undefined
  if (!URL.canParse(url) || !/^https?:\/\//.test(url) || /[?#]/.test(url)) {
    throw new ConfigFault('ZICHA_STORAGE_URL 应是存储桶的地址，如 https://存储服务/桶名；不设就存在数据目录里。')
  }
  const key = set('ZICHA_STORAGE_KEY')
  const secret = set('ZICHA_STORAGE_SECRET')
  if (key === undefined || secret === undefined) throw new ConfigFault('设了 ZICHA_STORAGE_URL，还要设 ZICHA_STORAGE_KEY 和 ZICHA_STORAGE_SECRET。')
  return { url, key, secret, region: set('ZICHA_STORAGE_REGION') ?? 'us-east-1' }
}

const isOn = (name: string, value: string | undefined): boolean => {
  if (value === undefined || value === '0') return false
  if (value === '1') return true
  throw new ConfigFault(`${name} 只能是0或1。`)
}
