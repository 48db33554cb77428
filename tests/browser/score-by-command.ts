import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { factsFromLedger, mergeFacts, parseForm } from '../../packages/core/src/core.ts'
import type { Entry, Facts, UnitProfile } from '../../packages/core/src/core.ts'
import { askServer } from './ask-server.ts'
import type { Visitor } from './open-world.ts'
import { root } from './run-server.ts'

export type Score = {
  readonly total: number
  readonly criteria: readonly { readonly id: string; readonly score: number; readonly max: number; readonly status: string; readonly because: string }[]
  readonly items: readonly { readonly no: number; readonly score: number; readonly max: number }[]
  readonly sections: readonly { readonly no: number; readonly score: number; readonly max: number }[]
}

type Assessment = {
  readonly year: number
  readonly unit: UnitProfile & { readonly name: string; readonly code: string }
}

/** What `zicha score` answers to the facts that a person's page shows: their answers, and the days of their records. */
export const scoreByCommand = async (person: Visitor, place: string, folder: string): Promise<Score> => {
  const { hash: _, publishedAt: __, ...form } = await askServer<Readonly<Record<string, unknown>>>(person, '/forms/yangzhou-2022')
  const parsed = parseForm(form)
  if (!parsed.ok) throw new Error('the form that the server gives cannot be read')
  const { year, unit } = await askServer<Assessment>(person, place)
  const { facts } = await askServer<{ readonly facts: Facts }>(person, `${place}/facts`)
  const { items } = await askServer<{ readonly items: readonly Entry[] }>(person, `${place}/entries?limit=200`)
  const profile = {
    ...(unit.ownership === undefined ? {} : { ownership: unit.ownership }),
    ...(unit.stages === undefined ? {} : { stages: unit.stages }),
    ...(unit.members === undefined ? {} : { members: unit.members }),
    ...(unit.partyOrganization === undefined ? {} : { partyOrganization: unit.partyOrganization }),
    ...(unit.partyGroups === undefined ? {} : { partyGroups: unit.partyGroups }),
    ...(unit.retiredOrganization === undefined ? {} : { retiredOrganization: unit.retiredOrganization }),
  }
  const known = mergeFacts(factsFromLedger(parsed.form, items, profile, year), facts)
  const file = join(folder, 'facts.json')
  writeFileSync(file, JSON.stringify({ year, unit: profile, facts: known }))
  const args = [join(root, 'packages/cli/bin/zicha.mjs'), 'score', '--form', 'yangzhou-2022', '--facts', file, '--json']
  const command = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [answer, [code]] = await Promise.all([text(command.stdout), once(command, 'exit')])
  if (code !== 0) throw new Error(`zicha score ended with ${String(code)}`)
  return JSON.parse(answer) as Score
}
