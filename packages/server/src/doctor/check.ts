/** One thing that is hurt: which record, and what is wrong with it, as a sentence for whoever looks after the server. */
export type Hurt = { readonly record: string; readonly why: string }

/** What was looked at: a count with its name, and what was found hurt. */
export type Checked = { readonly what: string; readonly count: number; readonly hurt: readonly Hurt[] }
