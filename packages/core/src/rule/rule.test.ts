import { expect, test } from 'vitest'
import { defaultCalendar } from '../calendar.ts'
import { formatPoints, toDecimal, toPoints } from '../points.ts'
import type { FactValue } from './answer.ts'
import type { Kind, Part, PartOf } from './part.ts'
import { ruleOf, rules } from './rule.ts'
import type { Place } from './rule-for.ts'

// Long because it is one list: every kind of rule with its examples, held whole so that a kind without any shows.

/** A part of a criterion of so many points: each answer with what it takes, and why. */
type Example<P> = {
  readonly part: P
  readonly whole: number
  readonly maximum: number
  readonly question: string
  readonly terms: string
  readonly answers: readonly (readonly [FactValue, number, string])[]
  /** Values that are no answers, with the code of the fault. */
  readonly wrong: readonly (readonly [FactValue, string])[]
}

const examples: { readonly [K in Kind]: readonly Example<PartOf<K>>[] } = {
  award: [
    {
      part: { kind: 'award', points: 1, condition: '年度党建计划' },
      whole: 1,
      maximum: 1,
      question: '有年度党建计划吗？',
      terms: '做到得1分，没做到不得分',
      answers: [
        [true, 0, '有年度党建计划'],
        [false, 1, '没有年度党建计划，失1分'],
      ],
      wrong: [
        [1, 'rule.not_yes_no'],
        ['是', 'rule.not_yes_no'],
        [['2022-03-01'], 'rule.not_yes_no'],
        [{ applicable: false }, 'rule.not_yes_no'],
      ],
    },
    {
      part: { kind: 'award', points: 3, condition: '获得市级以上文明校园称号' },
      whole: 2,
      maximum: 2,
      question: '“获得市级以上文明校园称号”做到了吗？',
      terms: '做到得2分，没做到不得分',
      answers: [[false, 2, '没有获得市级以上文明校园称号，失2分']],
      wrong: [],
    },
  ],
  all_or_nothing: [
    {
      part: { kind: 'all_or_nothing', points: 2, condition: '落实“一岗双责”，分工明确' },
      whole: 2,
      maximum: 2,
      question: '“落实‘一岗双责’，分工明确”做到了吗？',
      terms: '做到得2分，没做到不得分',
      answers: [
        [true, 0, '落实“一岗双责”，分工明确'],
        [false, 2, '“落实‘一岗双责’，分工明确”没有做到，失2分'],
      ],
      wrong: [[0, 'rule.not_yes_no']],
    },
  ],
  shortfall: [
    {
      part: { kind: 'shortfall', required: { count: 1, per: 'half' }, deduct_each: 0.5, cap: 1, points: 1, what: '专题会议' },
      whole: 1,
      maximum: 1,
      question: '“专题会议”都在哪几天，或一共几次？',
      terms: '每半年1次，缺1次扣0.5分，扣完1分为止',
      answers: [
        [['2022-03-10', '2022-09-10'], 0, '应2次，实2次'],
        [['2022-09-10', '2022-10-10'], 0.5, '应2次，实2次，缺上半年1次（多的不抵），扣0.5分'],
        [[], 1, '应2次，实0次，缺上半年、下半年各1次，扣1分'],
        [1, 0.5, '应2次，实1次，缺1次，扣0.5分'],
        [0, 1, '应2次，实0次，缺2次，扣1分'],
        [9, 0, '应2次，实9次'],
      ],
      wrong: [
        [['2022-02-30'], 'rule.not_a_day'],
        [['3月5日'], 'rule.not_a_day'],
        [['2023-01-05'], 'rule.day_outside_year'],
        [-1, 'rule.negative_count'],
        [1.5, 'rule.not_whole'],
        [true, 'rule.not_days'],
        ['两次', 'rule.not_days'],
      ],
    },
    {
      part: { kind: 'shortfall', required: { count: 1, per: 'month' }, deduct_each: 1, cap: 3, what: '集中学习' },
      whole: 3,
      maximum: 3,
      question: '“集中学习”都在哪几天，或一共几次？',
      terms: '每月1次，缺1次扣1分，扣完3分为止',
      answers: [
        [['2022-01-05', '2022-01-06'], 3, '应12次，实2次，缺2月等11次（多的不抵），扣完3分'],
        [['2022-01-05'], 3, '应12次，实1次，缺2月等11次，扣完3分'],
      ],
      wrong: [],
    },
    {
      part: { kind: 'shortfall', required: { count: 2, per: 'quarter' }, deduct_each: 0.1, what: '四张责任清单' },
      whole: 3,
      maximum: 3,
      question: '“四张责任清单”都在哪几天，或一共几项？',
      terms: '每季度2项，缺1项扣0.1分，扣完3分为止',
      answers: [
        [
          ['2022-01-05', '2022-02-05', '2022-05-05', '2022-08-05', '2022-09-30', '2022-10-01', '2022-12-31'],
          0.1,
          '应8项，实7项，缺二季度1项，扣0.1分',
        ],
      ],
      wrong: [],
    },
  ],
  per_occurrence: [
    {
      part: { kind: 'per_occurrence', deduct_each: 0.5, cap: 2, unit: '人', condition: '未交流发言' },
      whole: 2,
      maximum: 2,
      question: '发现“未交流发言”几人？没有就填0。',
      terms: '每1人扣0.5分，扣完2分为止',
      answers: [
        [0, 0, '没有发现“未交流发言”，不扣分'],
        [3, 1.5, '发现“未交流发言”3人，扣1.5分'],
        [9, 2, '发现“未交流发言”9人，扣完2分'],
      ],
      wrong: [
        [-1, 'rule.negative_count'],
        [0.5, 'rule.not_whole'],
        [true, 'rule.not_a_count'],
        [['2022-01-01'], 'rule.not_a_count'],
      ],
    },
  ],
  deduct_if: [
    {
      part: { kind: 'deduct_if', points: 2, condition: '没有参加“廉洁文化进校园”活动' },
      whole: 2,
      maximum: 2,
      question: '有没有“没有参加‘廉洁文化进校园’活动”的情形？',
      terms: '有则扣2分',
      answers: [
        [true, 2, '没有参加“廉洁文化进校园”活动，扣2分'],
        [false, 0, '参加“廉洁文化进校园”活动，不扣分'],
      ],
      wrong: [[2, 'rule.not_yes_no']],
    },
    {
      part: { kind: 'deduct_if', points: 1, condition: '发展党员任务没有完成' },
      whole: 2,
      maximum: 1,
      question: '有没有“发展党员任务没有完成”的情形？',
      terms: '有则扣1分',
      answers: [
        [true, 1, '发展党员任务没有完成，扣1分'],
        [false, 0, '发展党员任务已完成，不扣分'],
      ],
      wrong: [],
    },
  ],
  zero_if: [
    {
      part: { kind: 'zero_if', condition: '弄虚作假' },
      whole: 3,
      maximum: 3,
      question: '有没有“弄虚作假”的情形？',
      terms: '有则本条不得分',
      answers: [
        [true, 3, '有“弄虚作假”的情形，本条不得分'],
        [false, 0, '没有“弄虚作假”的情形，不扣分'],
      ],
      wrong: [['无', 'rule.not_yes_no']],
    },
  ],
  veto: [
    {
      part: { kind: 'veto', condition: '发生重大责任事故' },
      whole: 0,
      maximum: 0,
      question: '有没有“发生重大责任事故”的情形？',
      terms: '有则一票否决，全表计0分',
      answers: [
        [true, 0, '有“发生重大责任事故”的情形，一票否决，全表计0分'],
        [false, 0, '没有“发生重大责任事故”的情形，不扣分'],
      ],
      wrong: [['无', 'rule.not_yes_no']],
    },
  ],
  tiers: [
    {
      part: {
        kind: 'tiers',
        levels: [
          { label: '申报', points: 1 },
          { label: '市级', points: 2 },
          { label: '省级', points: 3 },
        ],
        combine: 'max',
      },
      whole: 3,
      maximum: 3,
      question: '最高到哪一级（申报、市级、省级）？',
      terms: '申报得1分，市级得2分，省级得3分，按最高算',
      answers: [
        ['省级', 0, '达到“省级”'],
        ['申报', 2, '达到“申报”，离满分差2分'],
        [null, 3, '还没有达到申报、市级、省级中的一级'],
        [false, 3, '还没有达到申报、市级、省级中的一级'],
      ],
      wrong: [
        ['国家级', 'rule.unknown_level'],
        [3, 'rule.not_a_level'],
        [true, 'rule.not_a_level'],
        [['申报', '市级'], 'rule.several_levels'],
      ],
    },
    {
      part: {
        kind: 'tiers',
        levels: [
          { label: '有制度', points: 1 },
          { label: '有记录', points: 1.5 },
        ],
        combine: 'sum',
      },
      whole: 2,
      maximum: 2,
      question: '做到了哪几级（有制度、有记录）？',
      terms: '有制度得1分，有记录得1.5分，可以累计',
      answers: [
        [['有制度', '有记录'], 0, '达到“有制度、有记录”'],
        [['有记录'], 0.5, '达到“有记录”，离满分差0.5分'],
        ['有制度', 1, '达到“有制度”，离满分差1分'],
        [[], 2, '还没有达到有制度、有记录中的一级'],
      ],
      wrong: [
        [['有制度', '有制度'], 'rule.level_twice'],
        [['有奖状'], 'rule.unknown_level'],
      ],
    },
  ],
  grade_bands: [
    {
      part: {
        kind: 'grade_bands',
        bands: [
          { label: '优', points: 5 },
          { label: '良', min: 3, max: 4 },
          { label: '差', points: 0 },
        ],
      },
      whole: 5,
      maximum: 5,
      question: '评为哪一等（优、良、差）？',
      terms: '优5分，良3到4分，差0分',
      answers: [
        ['优', 0, '评为“优”'],
        [3.5, 1.5, '评为“良”'],
        ['差', 5, '评为“差”'],
      ],
      wrong: [
        ['中', 'rule.unknown_grade'],
        ['良', 'rule.grade_without_mark'],
        [4.5, 'rule.unknown_grade'],
      ],
    },
  ],
  bonus: [
    {
      part: { kind: 'bonus', points: 2, condition: '受到省级表彰' },
      whole: 3,
      maximum: 2,
      question: '有没有可以加分的“受到省级表彰”？',
      terms: '有则加2分，本项不超过3分',
      answers: [
        [true, -2, '有“受到省级表彰”，可加2分'],
        [false, 0, '没有“受到省级表彰”，不加分'],
      ],
      wrong: [[1, 'rule.not_yes_no']],
    },
    {
      part: { kind: 'bonus', each: 0.5, cap: 1, condition: '经验介绍' },
      whole: 3,
      maximum: 1,
      question: '“经验介绍”有几次？没有就填0。',
      terms: '每次加0.5分，最多加1分',
      answers: [
        [0, 0, '没有“经验介绍”，不加分'],
        [1, -0.5, '有“经验介绍”1次，可加0.5分'],
        [5, -1, '有“经验介绍”5次，可加1分'],
      ],
      wrong: [[true, 'rule.not_a_count']],
    },
  ],
  percentage: [
    {
      part: { kind: 'percentage', points: 2, formula: '合格率95%以上得2分，每低1%扣0.1分' },
      whole: 2,
      maximum: 2,
      question: '按“合格率95%以上得2分，每低1%扣0.1分”算，得几分？',
      terms: '按比例算，0到2分',
      answers: [
        [2, 0, '按“合格率95%以上得2分，每低1%扣0.1分”算，不失分'],
        [1.7, 0.3, '按“合格率95%以上得2分，每低1%扣0.1分”算，失0.3分'],
      ],
      wrong: [
        [95, 'rule.above_maximum'],
        [-1, 'rule.below_minimum'],
        [1.2345, 'rule.not_exact'],
        ['95%', 'rule.not_a_mark'],
      ],
    },
  ],
  discretionary: [
    {
      part: { kind: 'discretionary', min: 0, max: 2, deducts: true, condition: '缺席多的酌情扣分' },
      whole: 2,
      maximum: 2,
      question: '“缺席多的酌情扣分”，给几分？',
      terms: '由人酌情，没有问题得2分，最少0分',
      answers: [
        [2, 0, '由人酌情，不扣分'],
        [1.5, 0.5, '由人酌情扣0.5分'],
        [0, 2, '由人酌情扣2分'],
      ],
      wrong: [
        [3, 'rule.above_maximum'],
        [-0.5, 'rule.below_minimum'],
        [1.0001, 'rule.not_exact'],
        [true, 'rule.not_a_mark'],
        [Number.NaN, 'rule.not_a_mark'],
      ],
    },
    {
      part: { kind: 'discretionary', min: 0, max: 5 },
      whole: 5,
      maximum: 5,
      question: '综合来看给几分？',
      terms: '由人综合给分，0到5分',
      answers: [[3.5, 1.5, '由人综合给分，满分5分']],
      wrong: [],
    },
  ],
  na_full: [
    {
      part: { kind: 'na_full', condition: '没有离退休教师党组织' },
      whole: 3,
      maximum: 3,
      question: '是不是“没有离退休教师党组织”？',
      terms: '不适用的，视同得3分',
      answers: [[{ applicable: false }, 0, '没有离退休教师党组织，视同符合要求']],
      wrong: [
        [true, 'rule.not_applicability'],
        ['不适用', 'rule.not_applicability'],
      ],
    },
  ],
}

const cases = Object.values(examples).flatMap((all) =>
  (all as readonly Example<Part>[]).map((one, index) => ({ ...one, name: `${one.part.kind} ${index + 1}` })),
)

const placeOf = (whole: number): Place => ({ whole: toPoints(whole), calendar: defaultCalendar, alone: true })

test.each(cases)('$name: an answer takes what the example says, and the sentence says why', ({ part, whole, answers }) => {
  const rule = ruleOf(part)
  const loss = rule.loss(part, placeOf(whole))
  for (const [value, lost, because] of answers) {
    const found = loss(value, 2022)
    expect(found === undefined ? undefined : toDecimal(found), JSON.stringify(value)).toBe(lost)
    expect(rule.because(part, value, 2022, placeOf(whole))).toBe(because)
    expect(rule.check(part, value, 2022, placeOf(whole))).toBeUndefined()
  }
})

test.each(cases)('$name: what is no answer is told so in a sentence of at most 60 characters', ({ part, whole, wrong }) => {
  for (const [value, code] of wrong) {
    const fault = ruleOf(part).check(part, value, 2022, placeOf(whole))
    expect(fault?.code, JSON.stringify(value)).toBe(code)
    expect(fault?.message.length).toBeLessThanOrEqual(60)
    expect(fault?.message).not.toMatch(/错误|失败|非法|您|！|!/u)
    if (fault?.level === 'error') expect(ruleOf(part).loss(part, placeOf(whole))(value, 2022) ?? 'none').not.toBe(0)
  }
})

test.each(cases)('$name: it knows its question, its terms and its maximum', ({ part, whole, question, terms, maximum }) => {
  const rule = ruleOf(part)
  expect(rule.question(part)).toBe(question)
  expect(rule.terms(part, placeOf(whole))).toBe(terms)
  expect(toDecimal(rule.maximum(part, placeOf(whole)))).toBe(maximum)
})

test.each(cases)('$name: each answer in one tap is an answer, and its consequence is what it takes', ({ part, whole }) => {
  const rule = ruleOf(part)
  const place = placeOf(whole)
  for (const { answer, effect } of rule.choices(part, place, rule.question(part))) {
    expect(rule.check(part, answer, 2022, place)).toBeUndefined()
    const lost = rule.loss(part, place)(answer, 2022)
    expect(lost).toBeDefined()
    const number = /([\d.]+)分$/u.exec(effect)?.[1]
    if (number === undefined) continue
    const left = toPoints(toDecimal(rule.maximum(part, place)) - toDecimal(lost ?? toPoints(0)))
    const moved = formatPoints(toPoints(Math.abs(toDecimal(lost ?? toPoints(0)))))
    expect([formatPoints(left), moved], effect).toContain(number)
  }
})

test('nothing said and an answer taken back are no answer, save that no level was reached', () => {
  for (const { part, whole } of cases) {
    const loss = ruleOf(part).loss(part, placeOf(whole))
    expect(loss(undefined, 2022)).toBeUndefined()
    if (part.kind !== 'tiers') expect(loss(null, 2022)).toBeUndefined()
  }
})

test('answers to a question are named to fit its words', () => {
  const labels = (asked: string) =>
    rules.award.choices({ kind: 'award', points: 1, condition: '按期换届' }, placeOf(1), asked).map(({ label }) => label)
  expect(labels('今年有年度党建计划吗？')).toEqual(['有', '没有'])
  expect(labels('党费收缴规范吗？')).toEqual(['是', '不是'])
  expect(labels('今年是不是没有参加过活动？')).toEqual(['是', '不是'])
  expect(labels('今年召开教代会了吗？')).toEqual(['做到了', '没做到'])
})

test('only na_full takes no answer of its own', () => {
  expect(Object.entries(rules).filter(([, rule]) => !rule.scored).map(([kind]) => kind)).toEqual(['na_full'])
})
