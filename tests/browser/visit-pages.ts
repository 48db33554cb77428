/** The pages by role: where each person of the demonstration goes. Addresses lead to what the demonstration holds. */
export type PageToVisit = { readonly who: string | null; readonly path: string }

const unit = (code: string) => `/rounds/2026/units/${code}`

/** The table that the bureau has put in and not yet published: made before its page is visited. */
export const draftId = '3c0b6c9e-6f3a-4d0e-9a55-7f6d1f0c2b11'

const pagesOf = (who: string | null, paths: readonly string[]): readonly PageToVisit[] => paths.map((path) => ({ who, path }))

export const visits: readonly PageToVisit[] = [
  ...pagesOf(null, ['/', '/sign-in', '/demo', '/help', '/contact', '/verify', '/links/0123456789abcdefghijklmnop', '/requests/0123456789abcdefghijklmnop', '/nowhere']),
  ...pagesOf('chenjing', [
    '/me',
    '/outbox',
    '/storage',
    '/contact',
    `${unit('yucai')}/carry-over`,
    unit('yucai'),
    `${unit('yucai')}/entries`,
    `${unit('yucai')}/entries/new`,
    `${unit('yucai')}/entries/new?kind=%E5%85%9A%E8%AF%BE&on=2026-11-24`,
    `${unit('yucai')}/requests?kind=%E5%85%9A%E8%AF%BE`,
    `${unit('yucai')}/deleted-entries`,
    `${unit('yucai')}/entries/import`,
    `${unit('yucai')}/entries/photos`,
    `${unit('yucai')}/papers`,
    `${unit('yucai')}/years`,
    `${unit('yucai')}/quick-check`,
    `${unit('yucai')}/quick-check/next`,
    `${unit('yucai')}/sheet`,
    `${unit('yucai')}/sheet?item=5`,
    `${unit('yucai')}/document`,
    `${unit('yucai')}/profile`,
    `${unit('yucai')}/rectifications`,
    unit('erzhong'),
  ]),
  ...pagesOf('luoxin', [`${unit('xinghe')}/returned`, `${unit('xinghe')}/entries/6f2c1d0e-5b7a-4c3d-9e1f-2a4b6c8d0e1f`, `${unit('xinghe')}/entries/6f2c1d0e-5b7a-4c3d-9e1f-2a4b6c8d0e1f/history`]),
  ...pagesOf('heping', [unit('liuxi'), `${unit('liuxi')}/sheet`, `${unit('liuxi')}/entries`]),
  ...pagesOf('wangli', ['/handover', unit('yucai'), `${unit('yucai')}/submit`, `${unit('yucai')}/sheet?item=2`]),
  ...pagesOf('dengjie', [unit('yunzhong'), `${unit('yunzhong')}/sign`, `${unit('yunzhong')}/compare`, `${unit('yunzhong')}/objections`, `${unit('yunzhong')}/rectifications`, `${unit('yunzhong')}/rectifications/0b8f4a52-6f0e-4d53-9c3b-6d1e9a1c2f11`]),
  ...pagesOf('gaoyuan', [
    '/tasks',
    `${unit('zhizhuan')}/inspect/5`,
    `${unit('erzhong')}/inspect/18`,
    `${unit('zhizhuan')}/inspect/summary`,
    `${unit('yunzhong')}/closing`,
    `${unit('yunzhong')}/rectifications/new?item=5`,
  ]),
  ...pagesOf('zhaomin', [
    '/rounds/2026',
    '/rounds/2026/edit',
    '/rounds/2026/objections',
    '/rounds/2026/rectifications',
    '/rounds/2026/groups',
    '/rounds/2026/papers',
    '/rounds/2026/draws',
    '/rounds',
    '/rounds/new',
    '/calendar',
    '/forms',
    `/forms/drafts/${draftId}`,
    '/units',
    '/units/new',
    '/units/import',
    '/units/links',
    '/units/liuxi',
    '/audit',
    '/suggestions',
    unit('erzhong'),
    unit('zhizhuan'),
    `${unit('zhizhuan')}/compare`,
    `${unit('liuxi')}/paper-sheet`,
    `${unit('liuxi')}?as=school`,
  ]),
  ...pagesOf('jiangning', ['/overview', '/rounds', '/rounds/2026', unit('yunzhong')]),
  ...pagesOf('guanli', ['/units', '/units/new', '/units/import', '/audit']),
]
