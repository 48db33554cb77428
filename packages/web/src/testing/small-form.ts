import type { Criterion, Form, FormPart } from '@zicha/core'

const criterion = (id: string, points: number, title: string, parts: readonly FormPart[], more: Partial<Criterion> = {}): Criterion => ({
  id,
  item: Number(id.split('.')[0]),
  points,
  title,
  source: title,
  parts,
  suggestedBy: [],
  evidence: [],
  evidenceAsked: false,
  due: [],
  ...more,
})

/** A form for tests: monthly study (3), a plan (1), four studies of opinion a quarter (1), a retired branch (1). */
export const smallForm: Form = {
  id: 'small',
  title: '小表',
  titleLines: [],
  edition: '一',
  heading: '',
  unitLine: '',
  dateLine: '',
  columns: ['责任', '细则'],
  totalRow: '总分',
  signatureLine: '',
  total: 6,
  sections: [
    { no: 1, name: '抓学习', points: 4, items: [1] },
    { no: 2, name: '抓阵地', points: 2, items: [2] },
  ],
  items: [
    { no: 1, section: 1, points: 4, duty: '每月集中学习。（4分）', clause: '每月集中学习1次得3分；有计划得1分。' },
    { no: 2, section: 2, points: 2, duty: '每季度研判。（2分）', clause: '每季度研判得1分；离退休党组织健全得1分。' },
  ],
  criteria: [
    criterion('1.1', 3, '集中学习', [
      { kind: 'shortfall', required: { count: 1, per: 'month' }, deduct_each: 1, cap: 3, points: 3, what: '集中学习', fedBy: ['集中学习'] },
    ]),
    criterion('1.2', 1, '学习计划', [{ kind: 'award', points: 1, condition: '有学习计划', fedBy: [] }], { suggestedBy: ['计划'] }),
    criterion('2.1', 1, '意识形态研判', [
      { kind: 'shortfall', required: { count: 1, per: 'quarter' }, deduct_each: 0.5, cap: 1, points: 1, what: '意识形态研判', fedBy: ['意识形态研判'] },
    ]),
    criterion('2.2', 1, '离退休党组织', [
      { kind: 'award', points: 1, condition: '离退休党组织健全', fedBy: [] },
      { kind: 'na_full', condition: '没有离退休党组织', fedBy: [] },
    ]),
  ],
}
