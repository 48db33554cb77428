/** A kind of the shared vocabulary: what can happen in a school's year. `name` is its identity (集中学习). */
export type EntryKind = {
  readonly name: string
  /** The group it is listed under: 组织生活, 学习, 制度与材料, 活动, 群团. */
  readonly group: string
  /** Kinds it usually goes together with in one meeting (合并召开). */
  readonly goesWith: readonly string[]
  /** Other words that name it in old lists and titles. */
  readonly alsoCalled: readonly string[]
  /** What it leaves goes on holding in the next year (章程, 议事规则): asked only whether it is still so. */
  readonly standing?: boolean
}
