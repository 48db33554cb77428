import type { Readable } from 'node:stream'

/** What a handler answers. `changed` false: nothing was written, so no audit row is due. */
export type Reply<T> =
  | ({ readonly kind: 'json'; readonly status: number; readonly body: T; readonly changed: boolean } & Extras)
  | ({ readonly kind: 'nothing'; readonly status: 204; readonly changed: boolean } & Extras)
  | { readonly kind: 'bytes'; readonly file: FileReply }

type Extras = {
  readonly headers?: Headers
  /** What the audit row says where the route and the person alone would not: `ok(body, { audit: { action: … } })`. */
  readonly audit?: {
    readonly action?: string
    readonly actor?: string
    readonly target?: string
    readonly bureau?: string
  }
}
type Headers = Readonly<Record<string, string>>

export type FileReply = {
  readonly bytes: Uint8Array | Readable
  readonly type: string
  /** Shown name; always sent as an attachment, RFC 6266. */
  readonly name: string
  readonly size?: number
  readonly etag?: string
}

export const ok = <T>(body: T, extras: Extras = {}): Reply<T> => json(200, body, true, extras)
export const created = <T>(body: T, extras: Extras = {}): Reply<T> => json(201, body, true, extras)
/** Long work was written down, or stands written down already: its name is all there is to say. */
export const accepted = <T>(body: T, changed: boolean, extras: Extras = {}): Reply<T> => json(202, body, changed, extras)
/** The same call again, or a change that changes nothing: 200, no audit row. */
export const unchanged = <T>(body: T, extras: Extras = {}): Reply<T> => json(200, body, false, extras)
export const nothing = (extras: Extras = {}): Reply<never> => ({ kind: 'nothing', status: 204, changed: true, ...extras })
export const nothingChanged = (): Reply<never> => ({ kind: 'nothing', status: 204, changed: false })
export const file = (answer: FileReply): Reply<never> => ({ kind: 'bytes', file: answer })

const json = <T>(status: number, body: T, changed: boolean, extras: Extras): Reply<T> => ({
  kind: 'json',
  status,
  body,
  changed,
  ...extras,
})
