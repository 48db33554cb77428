// docs/rules.md: the reference of the kinds of rule, made from the rules themselves. `node scripts/rules-page.mjs` writes it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { defaultCalendar, formatPoints, readClause, rules, shapeOf, toPoints } from '@zicha/core'
import { root } from './runtime.mjs'

/** @typedef {import('@zicha/core').Kind} Kind */
/** @typedef {import('@zicha/core').Part} Part */

/**
 * A clause in which each kind is read, with the points of its item: read anew for the page, so that no example can age.
 * @type {Readonly<Record<Kind, { readonly clause: string, readonly points: number }>>}
 */
export const examples = {
  award: { clause: '有年度工作计划得1分。', points: 1 },
  all_or_nothing: { clause: '配备专职安全员得2分，未配备不得分。', points: 2 },
  shortfall: { clause: '每季度召开一次安全会议，少一次扣0.5分，扣完2分为止。', points: 2 },
  per_occurrence: { clause: '灭火器过期的，每具扣0.5分，最多扣2分。', points: 2 },
  deduct_if: { clause: '值班人员脱岗的扣1分。', points: 2 },
  zero_if: { clause: '弄虚作假的，本项不得分。', points: 2 },
  veto: { clause: '发生重大安全事故的，一票否决。', points: 2 },
  tiers: { clause: '获省级表彰得3分，市级得2分，县级得1分。', points: 3 },
  grade_bands: { clause: '评为优秀得5分，良好得4分，合格得3分，不合格不得分。', points: 5 },
  bonus: { clause: '获得县级以上表彰的，每次加1分，最高加3分。', points: 3 },
  percentage: { clause: '按完成比例得分。', points: 5 },
  discretionary: { clause: '视完成情况酌情给0至3分。', points: 3 },
  na_full: { clause: '无此项任务的得满分。', points: 2 },
}

const asks = {
  yes_no: 'yes or no',
  holds: 'whether it holds',
  dates_or_count: 'days, or how many in the year',
  count: 'how many',
  level: 'one level, or none',
  levels: 'the levels reached',
  marks: 'the mark given',
  grade: 'a grade',
  rate: 'the mark worked out',
  applicable: 'whether it applies',
}

/** @param {Kind} kind */
const sectionOf = (kind) => {
  const rule = /** @type {import('@zicha/core').RuleFor<Part>} */ (rules[kind])
  const { clause, points } = examples[kind]
  const part = partIn(kind)
  const place = { whole: toPoints(points), calendar: defaultCalendar, alone: true }
  const shape = shapeOf(kind).map(({ name, type, optional }) => `| \`${name}\`${optional ? '?' : ''} | ${type} |`)
  const question = rule.question(part)
  const terms = rule.terms(part, place)
  return [
    `## ${kind} · ${rule.name}`,
    '',
    rule.meaning,
    '',
    '| member | value |',
    '| --- | --- |',
    ...shape,
    '',
    `Example: ${clause}（${points}分）`,
    '',
    '```json',
    JSON.stringify(part),
    '```',
    '',
    `- Asked (${asks[rule.asks(part)]}): ${question}`,
    ...(terms === '' ? [] : [`- Told beside it: ${terms}`]),
    `- ${reachOf(rule, part, formatPoints(rule.maximum(part, place)))}`,
    '',
  ]
}

/** @param {import('@zicha/core').RuleFor<Part>} rule @param {Part} part @param {string} most */
const reachOf = (rule, part, most) => {
  if (rule.reach === 'form') return 'Takes all points of the form.'
  if (rule.reach === 'item') return 'Takes all points of its item.'
  if (!rule.scored) return 'Takes no answer of its own: where it holds, the criterion has its full points.'
  return `${rule.deducts(part) ? 'Takes' : 'Gives'} at most ${most} here.`
}

/**
 * The example's part of this kind; the page cannot be made where the reader finds another.
 * @param {Kind} kind
 * @returns {Part}
 */
export const partIn = (kind) => {
  const { clause, points } = examples[kind]
  const found = readClause(clause, points).parts.find(({ rule }) => rule.kind === kind)?.rule
  if (found === undefined) throw new Error(`the example of ${kind} is not read as one: ${clause}`)
  return /** @type {Part} */ (found)
}

/** The whole page. */
export const rulesPage = () =>
  [
    '# The kinds of rule',
    '',
    'Made by `node scripts/rules-page.mjs` from `packages/core/src/rule` and the schema of forms; a test holds it to them. How a',
    'clause is written so that it is read as one of these: [clauses.zh.md](clauses.zh.md) (in Chinese, for offices).',
    '',
    'Points are decimals with at most three places, held exactly. A member marked `?` may be left out. Every kind may also have',
    '`onlyIf` (asked only of units of which it holds), and a shortfall `fedBy` (kinds of entry whose days answer it).',
    '',
    ...kinds.flatMap(sectionOf),
  ].join('\n')

const kinds = /** @type {readonly Kind[]} */ (Object.keys(rules))
const page = join(root, 'docs', 'rules.md')

export const writtenPage = () => readFileSync(page, 'utf8')

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(page, rulesPage())
