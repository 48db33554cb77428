import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** What can be sealed: JSON, no more. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** `hash` is the SHA-256 of the snapshot's RFC 8785 form, in hex; `code` is what is printed: 7F3A-91C2-08DE. */
export type Seal = { readonly hash: string; readonly code: string }

/** The canonical text that is hashed: members in order, no spaces, so that equal content has one form. */
export const canonicalText = (snapshot: Json): string => canonicalize(snapshot) ?? 'null'

export const seal = (snapshot: Json): Seal => {
  const hash = bytesToHex(sha256(utf8ToBytes(canonicalText(snapshot))))
  return { hash, code: verificationCode(hash) }
}

/** 核验码: the first twelve digits of the hash in three groups, short enough to be read over the telephone. */
export const verificationCode = (hash: string): string =>
  (hash.slice(0, 12).toUpperCase().match(/.{1,4}/g) ?? []).join('-')
