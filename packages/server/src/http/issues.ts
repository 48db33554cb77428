import type { z } from 'zod'
import { Problem } from './problem.ts'
import type { PointedDetail } from './problem.ts'

type Issue = z.core.$ZodIssue

const shown = 20

/** What a schema found, as one 422 with a pointer and a Chinese sentence for each field. */
export const problemFromIssues = (issues: readonly Issue[], part: 'params' | 'query' | 'body'): Problem => {
  const errors = issues.flatMap((issue) => pointed(issue, part)).slice(0, shown)
  const first = errors[0]
  return new Problem({
    code: 'request.invalid',
    status: 422,
    title: '填写的内容要改',
    detail: first === undefined ? '有内容要改。没有保存，请核对后再试。' : `${first.detail}这次没有保存。`,
    errors,
  })
}

const pointed = (issue: Issue, part: string): readonly PointedDetail[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key], part), detail: '没有这一栏，请去掉。' }))
  }
  if (issue.code === 'invalid_union') {
    const nearest = [...issue.errors].sort((one, other) => depth(other) - depth(one))[0]
    const inner = nearest?.flatMap((one) => pointed({ ...one, path: [...issue.path, ...one.path] }, part))
    if (inner !== undefined && inner.length > 0) return inner
  }
  return [{ pointer: pointerTo(issue.path, part), detail: sentenceOf(issue) }]
}

const depth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length))

/** RFC 6901 in its fragment form for the body; `?limit` and `/round` for what stands in the address. */
const pointerTo = (path: readonly PropertyKey[], part: string): string => {
  const steps = path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'))
  if (part === 'query') return `?${steps.join('.')}`
  return part === 'params' ? `/${steps.join('/')}` : `#${steps.map((step) => `/${step}`).join('')}`
}

const sentenceOf = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '这一栏必填，请补上。' : `这一栏应是${nameOfType(issue.expected)}，请改。`
    case 'too_small':
      return issue.origin === 'string'
        ? Number(issue.minimum) <= 1
          ? '这一栏必填，请补上。'
          : `至少${issue.minimum}个字符，请补足。`
        : issue.origin === 'array'
          ? `至少选${issue.minimum}个，请补上。`
          : `不能小于${issue.minimum}，请改。`
    case 'too_big':
      return issue.origin === 'string'
        ? `最多${issue.maximum}个字符，请缩短。`
        : issue.origin === 'array'
          ? `最多${issue.maximum}个，请减少。`
          : `不能大于${issue.maximum}，请改。`
    case 'invalid_format':
      return sentenceOfFormat(issue.format)
    case 'invalid_value':
      return sentenceOfChoice(issue.values.map(String).join('、'))
    case 'not_multiple_of':
      return '应是整数，请改。'
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return issue.code === 'custom' && issue.message !== 'Invalid input' ? issue.message : '这一栏的内容不合要求，请改。'
  }
}

const nameOfType = (expected: string): string =>
  ({
    string: '文字',
    number: '数',
    int: '整数',
    boolean: '是或否',
    array: '一列',
    object: '一组内容',
    record: '一组内容',
    null: '空',
  })[expected] ?? '别的写法'

/** Many values would make a sentence that nobody reads to its end: programs find them in the contract. */
const sentenceOfChoice = (values: string): string => (values.length > 40 ? '填的不是可选的几个之一，请改。' : `只能填${values}之一，请改。`)

const sentenceOfFormat = (format: string): string =>
  ({
    date: '日期写成 2026-03-12 这样，并且要有这一天。',
    datetime: '时间写成 2026-03-12T08:00:00Z 这样。',
    uuid: '编号应是 UUID。',
    regex: '写法不合要求，请核对后改。',
  })[format] ?? '写法不合要求，请核对后改。'
