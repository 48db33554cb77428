import type { Role } from '../api/contract.ts'

export const roleNames: { readonly [R in Role]: string } = {
  clerk: '党务干部',
  secretary: '书记',
  inspector: '检查人',
  bureau: '教育局',
  city: '市级',
  admin: '管理员',
}
