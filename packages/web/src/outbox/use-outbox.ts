import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Place } from '../api/names.ts'
import { isUnsent, localAnswers, localEntries } from './item.ts'
import type { EntryAct, QueuedItem, RemovalAct } from './item.ts'
import { readOutbox, subscribeOutbox } from './outbox-state.ts'
import { findBytes } from './own-queue.ts'
import type { Outbox } from './outbox-state.ts'
import { findStorageTrouble } from './storage-trouble.ts'

export const useOutbox = (): Outbox => useSyncExternalStore(subscribeOutbox, readOutbox)

/** How far an item is: 已存本机 → 上传中 → 已上传, or that it did not go. */
export type Standing = 'waiting' | 'sending' | 'stuck' | 'sent'
export const standingOf = (item: QueuedItem, sending: string | null): Standing =>
  item.id === sending ? 'sending' : item.state.kind

export const standingWords: Readonly<Record<Standing, string>> = {
  waiting: '已存本机',
  sending: '上传中',
  stuck: '没传上去',
  sent: '已上传',
}

/** The last item about a record, sent or not. */
export const useEntryItem = (entry: string | undefined): QueuedItem | undefined =>
  useOutbox().items.findLast(({ act }) => (act.kind === 'entry' || act.kind === 'removal') && act.entry === entry)

/** The item that carries these bytes, where this device has them. */
export const findPhotoItem = (items: readonly QueuedItem[], sha256: string): QueuedItem | undefined =>
  items.findLast(({ act }) => act.kind === 'photo' && act.sha256 === sha256)

/** What waits here on the records of a place. */
export const useLocalEntries = (place: Place): ReadonlyMap<string, QueuedItem & { readonly act: EntryAct | RemovalAct }> => {
  const { items } = useOutbox()
  const { round, unit } = place
  return useMemo(() => localEntries(items.filter(isUnsent), { round, unit }), [items, round, unit])
}

/** The answers and own marks that wait here. */
export const useLocalAnswers = (place: Place): ReturnType<typeof localAnswers> => localAnswers(useOutbox().items, place)

/** The bytes of a photo that is still on this device. */
export const useStoredBytes = (sha256: string): Blob | undefined => {
  const [bytes, setBytes] = useState<Blob>()
  useEffect(() => {
    let left = false
    findBytes(sha256).then(
      (found) => (left ? undefined : setBytes(found)),
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [sha256])
  return bytes
}

/** Asked once a page; the sentence before the first record. */
let trouble: Promise<string | null> | undefined
export const useStorageTrouble = (): string | null => {
  const [sentence, setSentence] = useState<string | null>(null)
  useEffect(() => {
    trouble ??= findStorageTrouble()
    void trouble.then(setSentence)
  }, [])
  return sentence
}
