import { rootUnit } from '../access/person.ts'
import type { Role } from '../access/person.ts'

/**
 * The cast of every test. Two counties under one city; Alice's school is yucai.
 *
 *   yangzhou (city) ─┬─ yizheng (bureau) ─┬─ yucai (school)
 *                    │                    └─ shiyan (school)
 *                    └─ gaoyou (bureau) ──── chengbei (school)
 */
export const units = [
  { code: 'yangzhou', name: '扬州市教育局', kind: 'city', parent: null, bureau: 'yangzhou' },
  { code: 'yizheng', name: '仪征市教育局', kind: 'bureau', parent: 'yangzhou', bureau: 'yizheng' },
  { code: 'yucai', name: '育才小学', kind: 'school', parent: 'yizheng', bureau: 'yizheng' },
  { code: 'shiyan', name: '实验小学', kind: 'school', parent: 'yizheng', bureau: 'yizheng' },
  { code: 'gaoyou', name: '高邮市教育局', kind: 'bureau', parent: 'yangzhou', bureau: 'gaoyou' },
  { code: 'chengbei', name: '城北小学', kind: 'school', parent: 'gaoyou', bureau: 'gaoyou' },
] as const

const person = (name: string, role: Role, unit: string, bureau: string) => ({ name, role, unit, bureau })

export const people = {
  alice: person('李敏', 'clerk', 'yucai', 'yizheng'),
  sun: person('孙强', 'secretary', 'yucai', 'yizheng'),
  bob: person('周伟', 'clerk', 'shiyan', 'yizheng'),
  bai: person('白洁', 'secretary', 'shiyan', 'yizheng'),
  ivy: person('王丽', 'inspector', 'yizheng', 'yizheng'),
  ian: person('赵刚', 'inspector', 'yizheng', 'yizheng'),
  betty: person('陈静', 'bureau', 'yizheng', 'yizheng'),
  carl: person('钱平', 'city', 'yangzhou', 'yangzhou'),
  admin: person('管理员', 'admin', rootUnit, rootUnit),
  gao: person('高远', 'bureau', 'gaoyou', 'gaoyou'),
  mallory: person('马丽', 'clerk', 'chengbei', 'gaoyou'),
  max: person('毛新', 'secretary', 'chengbei', 'gaoyou'),
} as const

export type Username = keyof typeof people

/** All of them sign in with it, where a test asks for a password; its hash is made once a file. */
export const testPassword = '桃李不言2026'
