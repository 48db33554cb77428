import { expect, test } from 'vitest'
import type { InspectionAnswer } from '../../../../api/contract.ts'
import { signChecks } from './sign-checks.ts'

const item = (no: number, selfScore: number, score: number | null, reason: string | null = null): InspectionAnswer['items'][number] => ({
  no,
  max: 6,
  selfScore,
  scores: score === null ? [] : [{ inspector: 'zhao', name: '赵老师', score, reason, remark: null, version: 1 }],
  score,
  settled: null,
  photos: [],
  seen: [],
})

test('where everything is marked alike there is nothing to look at', () => {
  expect(signChecks({ items: [item(1, 2, 2), item(2, 3, 3)], total: 5 })).toEqual([
    { what: '2条都有检查得分', more: '', fine: true },
    { what: '与自查都一样', more: '', fine: true },
  ])
})

test('differences are named with their items, and what was settled with its mark', () => {
  const settled = { ...item(18, 12, 11.5), settled: { score: 12, reason: '看了原件', by: 'zhao', version: 1 }, score: 12 }
  const checks = signChecks({ items: [item(2, 2.5, 2, '缺记录'), item(5, 5, null), settled], total: null })
  expect(checks).toEqual([
    { what: '1条还没有检查得分', more: '第5条', fine: false },
    { what: '1条与自查不同，都写了理由', more: '第2条少0.5分', fine: false },
    { what: '第18条两位检查人不同，已商定', more: '定为12分，理由已写', fine: false },
  ])
})
