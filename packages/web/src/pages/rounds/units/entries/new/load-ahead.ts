/**
 * The pages that follow a record have their script here before the network is gone. Where a worker keeps the pages this
 * costs nothing; inside WeChat there may be none.
 */
export const loadAhead = async (): Promise<void> => {
  await Promise.allSettled([
    import('../../UnitHome.tsx'),
    import('../EntriesPage.tsx'),
    import('../entry/EntryPage.tsx'),
    import('../../../../outbox/OutboxPage.tsx'),
  ])
}
