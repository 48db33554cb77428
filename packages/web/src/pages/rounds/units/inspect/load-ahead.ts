/**
 * The pages that follow an item have their script here before the network is gone. Where a worker keeps the pages this
 * costs nothing; inside WeChat there may be none.
 */
export const loadAhead = async (): Promise<void> => {
  await Promise.allSettled([
    import('./SummaryPage.tsx'),
    import('./GapsPage.tsx'),
    import('./TypingPage.tsx'),
    import('../../../tasks/TasksPage.tsx'),
    import('../../../outbox/OutboxPage.tsx'),
  ])
}
