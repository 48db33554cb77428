import type { EntryKind, Form } from '@zicha/core'

/** What can be recorded under a form: kinds that it names, its own among them, then all others of the vocabulary. */
export const kindsOfForm = (form: Form, vocabulary: readonly EntryKind[]): readonly EntryKind[] => {
  const own = (form.entryKinds ?? []).filter(({ name }) => !vocabulary.some((kind) => kind.name === name))
  const named = new Set(form.criteria.flatMap((one) => [...one.parts.flatMap(({ fedBy }) => fedBy), ...one.suggestedBy]))
  const all = [...own, ...vocabulary]
  return [...all.filter(({ name }) => named.has(name)), ...all.filter(({ name }) => !named.has(name))]
}
