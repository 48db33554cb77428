import { compileForm, scoreForm, toScoreJson } from '@zicha/core'
import type { CompiledForm, Form, ScoreJson } from '@zicha/core'
import { CommandProblem, findOption, getOption, readArguments, type Command, type Output } from './command.ts'
import { getForm } from './load-form.ts'
import { readLines, readText, sayPath } from './read-input.ts'
import { readScoreRequest } from './score-request.ts'

const usage = 'zicha score --form <编号或文件> (--facts <facts.json> | --batch <文件.jsonl>) [--json]'

const sayScore = (form: Form, score: ScoreJson): string => {
  const lines = form.items.map((item) => {
    const mark = score.items.find(({ no }) => no === item.no)
    const reasons = score.criteria.filter(({ id }) => form.criteria.some((one) => one.id === id && one.item === item.no))
    return `第${item.no}条  ${mark?.score ?? 0} / ${item.points}\n${reasons.map((one) => `    ${one.because}\n`).join('')}`
  })
  const open = score.criteria.filter(({ status }) => status === 'unanswered').length
  const rest = open === 0 ? '' : `，还有${open}处没有核对`
  return `${form.title}，${score.year}年度\n${lines.join('')}总分  ${score.total} / ${form.total}${rest}\n`
}

/** Answers gather to about this many characters before they are written: one write a line is slow. */
const enough = 65_536

const scoreBatch = async (compiled: CompiledForm, path: string, output: Output): Promise<void> => {
  let gathered = ''
  try {
    for await (const { no, text } of readLines(path)) {
      const input = readScoreRequest(text, compiled.form, `${sayPath(path)}第${no}行`)
      gathered += `${JSON.stringify(toScoreJson(scoreForm(compiled, input)))}\n`
      if (gathered.length < enough) continue
      await output.write(gathered)
      gathered = ''
    }
  } finally {
    if (gathered !== '') await output.write(gathered)
  }
}

export const score: Command = {
  usage,
  purpose: '按一张表和一个单位的事实算分，每一分都说明为什么。',
  run: async (args, output) => {
    const read = readArguments(
      args,
      { form: { type: 'string' }, facts: { type: 'string' }, batch: { type: 'string' } },
      usage,
    )
    const form = await getForm(getOption(read, 'form', usage))
    const batch = findOption(read, 'batch')
    const facts = findOption(read, 'facts')
    if (read.positionals.length > 0 || (batch === undefined) === (facts === undefined)) {
      throw new CommandProblem(`请给出--facts或--batch中的一个。用法：${usage}`)
    }
    if (batch !== undefined) {
      await scoreBatch(compileForm(form), batch, output)
      return 0
    }
    const path = getOption(read, 'facts', usage)
    const answer = toScoreJson(scoreForm(form, readScoreRequest(await readText(path), form, sayPath(path))))
    await output.write(read.values['json'] === true ? `${JSON.stringify(answer, null, 2)}\n` : sayScore(form, answer))
    return 0
  },
}
