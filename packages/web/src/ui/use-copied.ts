import { useState } from 'react'
import { copyText } from './copy-text.ts'

/** What was copied last, and whether the browser let it. */
export type Copied = { readonly text: string; readonly done: boolean }

export const useCopied = (): readonly [Copied | null, (text: string) => Promise<void>, () => void] => {
  const [copied, setCopied] = useState<Copied | null>(null)
  const copy = async (text: string): Promise<void> => setCopied({ text, done: await copyText(text) })
  return [copied, copy, () => setCopied(null)]
}
