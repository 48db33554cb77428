import type { Finding } from '@zicha/core'

/** Why a file cannot be read at all. Carried inside this room only; the door hands it out as a finding. */
export class Unreadable extends Error {
  readonly finding: Finding

  constructor(code: string, where: string, message: string) {
    super(message)
    this.finding = { code: `reading.${code}`, level: 'error', where, message }
  }
}

export const warning = (code: string, where: string, message: string): Finding => ({
  code: `reading.${code}`,
  level: 'warning',
  where,
  message,
})
