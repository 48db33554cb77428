// docs/stages.md: who may move a table from where to where, made from the table in core. `node scripts/stages-page.mjs` writes it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { mayEdit, next, sayRole, sayStage, stageSteps, stages } from '@zicha/core'
import { root } from './runtime.mjs'

/** @typedef {import('@zicha/core').Role} Role */
/** @typedef {import('@zicha/core').AssessmentStage} Stage */

/** @type {readonly Role[]} */
export const roles = ['clerk', 'secretary', 'inspector', 'bureau', 'city', 'admin']

/** Where a role may take a table from a stage, asked of the rule itself. @param {Stage} from @param {Role} role */
const reached = (from, role) => stages.filter((to) => next(from, role, to, 'a reason') === to)

/** @param {Stage} from @param {Role} role */
const cell = (from, role) =>
  reached(from, role)
    .map((to) => `${sayStage(to)}${stageSteps.some((step) => step.from === from && step.to === to && step.reasonNeeded) ? '*' : ''}`)
    .join('、')

export const stagesPage = () =>
  [
    '# Stages',
    '',
    'Made by `node scripts/stages-page.mjs` from `packages/core/src/assessment/stage.ts`; a test holds it to that table. Each cell says',
    'to which stages a role may take a table that stands at the stage on the left. An empty cell: none. `*`: a reason is needed.',
    'Whose table it must be (own school, given school, own bureau) is the access table\'s question: `packages/server/src/access`.',
    '',
    `| stage | in code | filled in | ${roles.map((role) => `${sayRole(role)} ${role}`).join(' | ')} |`,
    `| --- | --- | --- | ${roles.map(() => '---').join(' | ')} |`,
    ...stages.map((stage) => `| ${sayStage(stage)} | ${stage} | ${mayEdit(stage) ? 'yes' : 'no'} | ${roles.map((role) => cell(stage, role)).join(' | ')} |`),
    '',
    'Two people who take the same step at once: one does it, the other gets the stage that was reached, or 409 where it is another step.',
    '',
  ].join('\n')

const page = join(root, 'docs', 'stages.md')

export const writtenPage = () => readFileSync(page, 'utf8')

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(page, stagesPage())
