import type { RecordRequest } from '../../../../api/contract.ts'

/** What departments gave since the page of requests was last looked at: 团委、德育处交来2条. Empty where nothing is new. */
export const deliveredWords = (requests: readonly RecordRequest[], seenAt: string | null): string => {
  const given = requests.filter(({ usedAt }) => usedAt !== null && (seenAt === null || usedAt > seenAt))
  return given.length === 0 ? '' : `${[...new Set(given.map(({ from }) => from))].join('、')}交来${given.length}条`
}

export const latestDelivery = (requests: readonly RecordRequest[]): string | undefined =>
  requests.flatMap(({ usedAt }) => (usedAt === null ? [] : [usedAt])).toSorted().at(-1)
