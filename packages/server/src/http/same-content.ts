/** Equality of plain JSON values, whatever the order of members; a member that is undefined is one that is absent. */
export const sameContent = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((value, index) => sameContent(value, other[index]))
    )
  }
  const left = presentEntries(one)
  const right = new Map(presentEntries(other))
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameContent(value, right.get(key)))
}

const presentEntries = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([, member]) => member !== undefined)
