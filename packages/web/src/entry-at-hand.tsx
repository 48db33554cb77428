import { useEffect } from 'react'
import type { ComponentType } from 'react'
import { whenQuiet } from './ui/when-quiet.ts'

export const loadNewEntryPage = () => import('./pages/rounds/units/entries/new/NewEntryPage.tsx')

/** The page, and once it is shown and quiet 记一笔 beside it: it opens at once, and in a room without a network too. */
export const withEntryAtHand = (Page: ComponentType): ComponentType =>
  function PageWithEntryAtHand() {
    useEffect(() => whenQuiet(() => void loadNewEntryPage().catch(() => undefined)), [])
    return <Page />
  }
