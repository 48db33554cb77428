/** Cells of a list of schools as people write them. Undefined: nothing is said; null: what is said is not understood. */
type Said<T> = T | undefined | null

export type RosterStage = 'kindergarten' | 'primary' | 'junior' | 'senior' | 'vocational' | 'special'
export type RosterOrganization = 'branch' | 'general_branch' | 'committee' | 'joint' | 'none'
export type RosterPost = 'secretary' | 'clerk' | 'inspector'

const plainOf = (text: string): string => text.replace(/\s/gu, '')

const stageWords: readonly (readonly [RegExp, readonly RosterStage[]])[] = [
  [/十二年|12年/u, ['primary', 'junior', 'senior']],
  [/九年|9年/u, ['primary', 'junior']],
  [/完全中学|完中/u, ['junior', 'senior']],
  [/幼儿园|学前|幼教/u, ['kindergarten']],
  [/小学/u, ['primary']],
  [/初中|初级中学/u, ['junior']],
  [/高中|高级中学|普高/u, ['senior']],
  [/中职|职业|职教|中专|技工/u, ['vocational']],
  [/特殊教育|特教|培智|盲校|聋校/u, ['special']],
]
const stageOrder: readonly RosterStage[] = ['kindergarten', 'primary', 'junior', 'senior', 'vocational', 'special']

export const stagesFrom = (text: string): Said<readonly RosterStage[]> => {
  const plain = plainOf(text)
  if (plain === '') return undefined
  const found = new Set(stageWords.flatMap(([words, stages]) => (words.test(plain) ? stages : [])))
  return found.size === 0 ? null : stageOrder.filter((stage) => found.has(stage))
}

export const ownershipFrom = (text: string): Said<'public' | 'private'> => {
  const plain = plainOf(text)
  if (plain === '') return undefined
  if (/民办|民营|私立|社会力量/u.test(plain)) return 'private'
  return /公办|公立|国有|教育部门/u.test(plain) ? 'public' : null
}

export const organizationFrom = (text: string): Said<RosterOrganization> => {
  const plain = plainOf(text)
  if (plain === '') return undefined
  if (/联合/u.test(plain)) return 'joint'
  if (/总支/u.test(plain)) return 'general_branch'
  if (/支部/u.test(plain)) return 'branch'
  if (/党委/u.test(plain)) return 'committee'
  return /^(?:无|没有|未建|未成立)/u.test(plain) ? 'none' : null
}

/** 46, 46人, ４６名 */
export const countFrom = (text: string): Said<number> => {
  const plain = plainOf(text).normalize('NFKC')
  if (plain === '') return undefined
  const found = /^(\d{1,5})(?:\.0+)?(?:人|名|个)?$/u.exec(plain)
  return found === null ? null : Number(found[1])
}

export const postFrom = (text: string): Said<RosterPost> => {
  const plain = plainOf(text)
  if (plain === '') return undefined
  if (/书记/u.test(plain) && !/党务|干事/u.test(plain)) return 'secretary'
  if (/检查|督查/u.test(plain)) return 'inspector'
  return /党务|联络|填报|经办|专干|干事|干部/u.test(plain) ? 'clerk' : null
}

/** 张三（13800001111）, 李 敏: the name alone; a number beside it is left out and told. */
export const nameFrom = (text: string): { readonly name: string; readonly hadNumber: boolean } => {
  const wide = text.normalize('NFKC')
  const hadNumber = /\d{6,}/u.test(wide.replace(/[\s-]/gu, ''))
  const name = wide
    .replace(/[\d+][\d\s-]{5,}[\dXx]?/gu, '')
    .replace(/\([^)]*\)|（[^）]*）/gu, '')
    .replace(/[,，、:：;；\s]+$/u, '')
    .trim()
  // Han names are written with a space inside to fill the cell: 李 敏.
  return { name: /^[\p{Script=Han}\s·]+$/u.test(name) ? name.replace(/\s/gu, '') : name, hadNumber }
}
