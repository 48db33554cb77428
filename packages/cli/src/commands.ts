import type { Command } from './command.ts'

/** Every command with the file that holds it, loaded only when it is called: a new command is a file and a line here. */
export const commands: { readonly [name: string]: () => Promise<Command> } = {
  draw: async () => (await import('./draw.ts')).draw,
  entries: async () => (await import('./entries.ts')).entries,
  lint: async () => (await import('./lint.ts')).lint,
  print: async () => (await import('./print.ts')).print,
  read: async () => (await import('./read.ts')).read,
  rule: async () => (await import('./rule.ts')).rule,
  score: async () => (await import('./score.ts')).score,
}
