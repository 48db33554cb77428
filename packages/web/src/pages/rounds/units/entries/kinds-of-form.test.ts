import type { EntryKind, Form } from '@zicha/core'
import { expect, test } from 'vitest'
import { kindsOfForm } from './kinds-of-form.ts'

const kind = (name: string): EntryKind => ({ name, group: '活动', goesWith: [], alsoCalled: [] })
const form = {
  entryKinds: [kind('应急演练'), kind('党课')],
  criteria: [{ suggestedBy: ['支委会'], parts: [{ fedBy: ['应急演练'] }] }],
} as unknown as Form

test('kinds that a form brings along or names come first, each once, and none of the others is lost', () => {
  expect(kindsOfForm(form, [kind('党课'), kind('支委会')]).map(({ name }) => name)).toEqual(['应急演练', '支委会', '党课'])
})
