/** SHA-256, lower-case hex. The browser's own digest exists only in secure contexts; a plain HTTP server gets the other. */
export const hashBytes = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const digest =
    typeof crypto.subtle === 'undefined'
      ? (await import('@noble/hashes/sha2.js')).sha256(bytes)
      : new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
