/**
 * An old list as a school keeps it, with what a person reads in it. One line an entry, in the list's order:
 * `03-15 支委会 意识形态研判; 11人; 记录本P21`: the day or `?` where the list tells none, the kinds or `无`, then, where the
 * list tells them, people and reference.
 */
export type OldList = {
  readonly name: string
  readonly year: number
  readonly bytes: Uint8Array
  readonly expected: readonly string[]
}

export type ExpectedEntry = {
  readonly happenedOn: string | null
  readonly countsAs: readonly string[]
  readonly people?: number
  readonly reference?: string
}

export const parseExpected = (line: string, year: number): ExpectedEntry => {
  const [head = '', ...more] = line.split(';').map((part) => part.trim())
  const [day, ...kinds] = head.split(' ')
  const people = more.find((part) => /^\d+人$/.test(part))
  const reference = more.find((part) => part !== people)
  return {
    happenedOn: day === '?' ? null : `${year}-${day}`,
    countsAs: kinds.filter((kind) => kind !== '无'),
    ...(people === undefined ? {} : { people: Number.parseInt(people, 10) }),
    ...(reference === undefined ? {} : { reference }),
  }
}
