type Members = { readonly [name: string]: unknown }

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly Members[] => (Array.isArray(value) ? value.filter(isObject) : [])

const textOf = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value.trim() !== '' ? value : otherwise

/** A count that the clause leaves open cannot be held against a year: each missing one is then a finding. */
const completePart = (part: Members): Members =>
  part['kind'] !== 'shortfall' || part['required'] !== undefined
    ? part
    : {
        kind: 'per_occurrence',
        deduct_each: part['deduct_each'],
        unit: '次',
        ...(part['cap'] === undefined ? {} : { cap: part['cap'] }),
        condition: `缺少${textOf(part['what'], '一项')}`,
      }

const completeCriterion = (criterion: Members, item: Members | undefined): Members => {
  const clause = textOf(item?.['clause'], textOf(item?.['duty'], '细则'))
  return {
    id: criterion['id'],
    points: criterion['points'],
    title: textOf(criterion['title'], `评分点${textOf(criterion['id'], '')}`),
    source: textOf(criterion['source'], clause),
    parts: listOf(criterion['parts']).map(completePart),
  }
}

/**
 * The answer of `zicha read`, kept in a file, as a form that can be scored and linted: what a reading lacks of the paper
 * is blank. Anything else is given back as it is.
 */
export const completeReading = (value: unknown): unknown => {
  if (!isObject(value) || value['edition'] !== undefined || !Array.isArray(value['items'])) return value
  const items = listOf(value['items'])
  const criteria = items.flatMap((item) => listOf(item['criteria']).map((one) => completeCriterion(one, item)))
  if (criteria.length === 0) return value
  const title = textOf(value['title'], '未命名的考核表')
  return {
    id: 'reading',
    title,
    edition: '待发布',
    columns: ['责任', '细则'],
    total: value['total'],
    sections: value['sections'],
    items: items.map(({ no, section, points, duty, clause }) => ({
      no,
      section,
      points,
      duty: textOf(duty, ''),
      clause: textOf(clause, textOf(duty, '细则')),
    })),
    criteria,
  }
}
