import type { Storage } from './storage.ts'

/** The whole of what is kept under a hash; undefined where it is missing or cut. */
export const readStored = async (storage: Storage, sha256: string, size: number): Promise<Uint8Array | undefined> => {
  const stream = await storage.find(sha256, size)
  if (stream === undefined) return undefined
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}
