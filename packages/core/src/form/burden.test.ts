import { expect, test } from 'vitest'
import { findBurden } from './burden.ts'

const itemsOf = (...clauses: readonly string[]) => ({
  items: clauses.map((clause, index) => ({ no: index + 1, section: 1, points: 2, duty: '', clause })),
})
const rulesOf = (clause: string): readonly string[] => findBurden(itemsOf(clause)).map((line) => line.rule.slice(0, 8))

test.each([
  ['每月报送工作信息2条，少一条扣0.5分', '整治形式主义为基'],
  ['每周上报排查统计表，缺一次扣1分', '整治形式主义为基'],
  ['台账资料齐全得2分', '教师厅〔2025'],
  ['有会议记录、学习记录得1分', '教师厅〔2025'],
  ['查阅资料，缺一项扣0.5分', '教师厅〔2025'],
  ['与各科室签订安全责任书得2分', '教师厅〔2025'],
  ['在随机抽查中发现问题的，每处扣1分', '教师厅〔2025'],
  ['被上级通报批评的，每次扣2分', '教师厅〔2025'],
  ['提供活动照片，缺一张扣0.5分', '国办函〔2026'],
  ['学习打卡率达90%以上得2分', '国办函〔2026'],
  ['全市排名前三名得3分', '国办函〔2026'],
])('“%s” collides with the rule %s', (clause, rule) => {
  expect(rulesOf(clause)).toContain(rule)
})

test.each([
  '每季度召开一次安全生产专题会议，少一次扣1分。',
  '每月开展一次疏散演练，缺一次扣0.5分。',
  '配备专职安全员得2分，未配备不得分。',
  '灭火器过期的，每具扣0.5分。',
  '每半年向教代会报告一次工作得2分。',
])('“%s” asks for a thing done, and collides with nothing', (clause) => {
  expect(findBurden(itemsOf(clause))).toEqual([])
})

test('one line a rule, naming its items; many are counted', () => {
  const [line, ...others] = findBurden(itemsOf(...Array.from({ length: 9 }, () => '提供活动照片得1分')))
  expect(others).toEqual([])
  expect(line?.items).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(line?.message).toBe('第1、2、3、4、5等9条要照片、打卡，或者比积分、比名次。')
})

test('never more than five lines, each with what could stand instead, each short enough to be read', () => {
  const all = findBurden(itemsOf('每月报送报表', '台账齐全', '签订责任书', '随机抽查发现一处扣1分', '照片、打卡、排名'))
  expect(all).toHaveLength(5)
  for (const line of all) {
    expect(line.alternative).not.toBe('')
    expect(line.message.length).toBeLessThanOrEqual(60)
    expect(line.alternative.length).toBeLessThanOrEqual(60)
  }
})
