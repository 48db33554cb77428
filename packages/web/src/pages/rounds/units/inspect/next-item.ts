/** The next item that still needs eyes after this one, round to the first; null where all are seen. */
export const nextOpen = (numbers: readonly number[], isOpen: (no: number) => boolean, current: number | null): number | null => {
  const at = current === null ? -1 : numbers.indexOf(current)
  return [...numbers.slice(at + 1), ...numbers.slice(0, at + 1)].find((no) => no !== current && isOpen(no)) ?? null
}

export const neighbour = (numbers: readonly number[], current: number, by: 1 | -1): number | null =>
  numbers[numbers.indexOf(current) + by] ?? null
