import type { Unit } from '../../api/contract.ts'

export const kindNames: { readonly [K in Unit['kind']]: string } = { school: '学校', bureau: '教育局', city: '市级' }

export const ownershipNames: { readonly [O in NonNullable<Unit['ownership']>]: string } = { public: '公办', private: '民办' }

export const stageNames: { readonly [S in NonNullable<Unit['stages']>[number]]: string } = {
  kindergarten: '幼儿园',
  primary: '小学',
  junior: '初中',
  senior: '高中',
  vocational: '中职',
  special: '特殊教育',
}

export const organizationNames: { readonly [O in NonNullable<Unit['partyOrganization']>]: string } = {
  branch: '党支部',
  general_branch: '党总支',
  committee: '党委',
  joint: '联合党支部',
  none: '没有党组织',
}
