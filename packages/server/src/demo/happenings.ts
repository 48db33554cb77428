import type { DemoSchool } from './bureau.ts'

/** Something that a school does in a year: on which day, what it is called, what it counts as. */
export type Happening = {
  /** `MM-DD`; the working day on or after it is taken. */
  readonly on: string
  readonly title: string
  readonly countsAs: readonly string[]
  readonly note?: string
  /** Who took part, by the size of the school's Party organization. */
  readonly people?: 'all' | 'committee' | 'group' | 'leaders'
  /** Where the paper original is: a book whose page is counted up, or a fixed place. */
  readonly book?: '党支部工作记录本' | '中心组学习记录本' | '党小组记录本' | '党费收缴记录簿'
  readonly paper?: { readonly reference: string; readonly place?: string }
  readonly photo?: boolean
}

const studies = [
  '新年工作要点',
  '寒假政治学习',
  '全国两会精神',
  '教育强国建设规划纲要',
  '党的纪律处分条例',
  '党章和党内法规',
  '七一专题学习',
  '暑期师德师风学习',
  '教育家精神',
  '爱国主义教育法',
  '党的全会精神',
  '全年学习总结',
]

const two = (no: number): string => String(no).padStart(2, '0')
const each = <Item>(months: readonly number[], make: (month: number) => Item): readonly Item[] => months.map(make)
const year = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

const monthly: readonly Happening[] = [
  ...each(year, (month): Happening => ({
    on: `${two(month)}-${month === 1 ? '08' : '06'}`,
    title: `${month}月支委会`,
    countsAs: [3, 9].includes(month) ? ['支委会', '意识形态研判'] : ['支委会'],
    note: [3, 9].includes(month) ? '研究当月党建工作；会上分析研判意识形态工作。' : '研究当月党建工作。',
    people: 'committee',
    book: '党支部工作记录本',
  })),
  ...each(year, (month): Happening => ({
    on: `${two(month)}-${month === 2 ? '24' : '12'}`,
    title: `${month}月集中学习：${studies[month - 1] ?? ''}`,
    countsAs: [2, 4, 5, 6, 9, 11].includes(month) ? ['集中学习', '集中研讨'] : ['集中学习'],
    people: 'leaders',
    book: '中心组学习记录本',
    ...(month === 4 ? { photo: true } : {}),
  })),
  ...each(year, (month): Happening => ({
    on: `${two(month)}-${month === 2 ? '25' : '18'}`,
    title: `${month}月主题党日`,
    countsAs: ['主题党日', '党费收缴'],
    note: '同时收缴当月党费。',
    people: 'all',
    book: '党支部工作记录本',
    ...(month === 10 ? { photo: true } : {}),
  })),
]

const meetings: readonly Happening[] = [
  ...each([3, 6, 9, 11], (month): Happening => ({
    on: `${two(month)}-21`,
    title: `${month === 11 ? '第四' : month === 9 ? '第三' : month === 6 ? '第二' : '第一'}季度党员大会`,
    countsAs: ['支部党员大会'],
    people: 'all',
    book: '党支部工作记录本',
  })),
  ...each([3, 6, 9, 11], (month): Happening => ({
    on: `${two(month)}-26`,
    title: month === 6 ? '书记讲党课：守初心，办好学校' : `${month}月党课`,
    countsAs: ['党课'],
    people: 'all',
    book: '党支部工作记录本',
  })),
  ...each([6, 11], (month): Happening => ({
    on: `${two(month)}-14`,
    title: `${month}月意识形态工作分析研判会`,
    countsAs: ['意识形态研判'],
    people: 'committee',
    paper: { reference: '意识形态工作专卷', place: '党建室2号柜' },
  })),
  {
    on: '03-10',
    title: '全面从严治党专题会议暨年度计划研究',
    countsAs: ['专题会议', '党风廉政研究', '计划'],
    note: '研究全年党建工作和党风廉政建设，定年度党建计划和班子学习计划。',
    people: 'leaders',
    book: '党支部工作记录本',
  },
  {
    on: '10-22',
    title: '下半年全面从严治党专题会议',
    countsAs: ['专题会议', '党风廉政研究'],
    people: 'leaders',
    book: '党支部工作记录本',
  },
  { on: '01-15', title: '年度组织生活会', countsAs: ['组织生活会', '民主评议党员'], note: '会上民主评议党员。', people: 'all', book: '党支部工作记录本' },
  { on: '06-10', title: '上半年支部抓党建督查考评', countsAs: ['督查考评', '四本一簿一证检查'], people: 'committee', paper: { reference: '督查考评记录', place: '党建室1号柜' } },
  { on: '11-18', title: '下半年支部抓党建督查考评', countsAs: ['督查考评', '四本一簿一证检查'], people: 'committee', paper: { reference: '督查考评记录', place: '党建室1号柜' } },
  { on: '03-19', title: '教职工代表大会', countsAs: ['教代会'], people: 'all', paper: { reference: '教代会材料汇编', place: '工会办公室' } },
]

const papers: readonly Happening[] = [
  { on: '03-04', title: '修订议事规则和党员发展制度', countsAs: ['制度制定'], paper: { reference: '党支部〔1〕号文', place: '党建室1号柜' } },
  ...['主体责任清单', '第一责任人清单', '“一岗双责”清单', '监督责任清单'].map(
    (list): Happening => ({ on: '03-12', title: `印发${list}`, countsAs: ['责任清单'], paper: { reference: list, place: '党建室1号柜' } }),
  ),
  { on: '03-13', title: '班子成员党风廉政责任书', countsAs: ['责任书签订'], people: 'leaders', paper: { reference: '责任书12份', place: '党建室1号柜' } },
  { on: '06-25', title: '上半年党务公开', countsAs: ['党务公开'], paper: { reference: '公开栏照片存档', place: '党建室公开栏' } },
  { on: '11-20', title: '下半年党务公开', countsAs: ['党务公开'], paper: { reference: '公开栏照片存档', place: '党建室公开栏' } },
]

const activities: readonly Happening[] = [
  { on: '03-05', title: '学雷锋志愿服务', countsAs: ['志愿服务'], people: 'group', photo: true },
  { on: '10-15', title: '社区文明劝导志愿服务', countsAs: ['志愿服务'], people: 'group', paper: { reference: '志愿服务活动记录', place: '团委办公室' } },
  { on: '03-16', title: '书记上思政课', countsAs: ['思政课'], people: 'leaders', paper: { reference: '思政课讲稿（春）' } },
  { on: '09-14', title: '书记上开学思政课', countsAs: ['思政课'], people: 'leaders', paper: { reference: '思政课讲稿（秋）' } },
  { on: '04-20', title: '班子成员宣讲全会精神', countsAs: ['宣讲'], people: 'all', paper: { reference: '宣讲稿3份', place: '党建室3号柜' } },
  { on: '05-22', title: '红色家书诵读会', countsAs: ['学习宣传活动'], people: 'all', photo: true },
  { on: '04-24', title: '入党积极分子座谈', countsAs: ['培养活动'], people: 'committee', book: '党支部工作记录本' },
  { on: '10-26', title: '青年教师结对培养活动', countsAs: ['培养活动'], people: 'committee', book: '党支部工作记录本' },
  { on: '06-29', title: '七一走访慰问老党员', countsAs: ['走访慰问'], people: 'committee', paper: { reference: '慰问登记表', place: '党建室2号柜' } },
  { on: '04-09', title: '清明祭英烈主题教育', countsAs: ['德育活动'], people: 'group', paper: { reference: '德育处活动记录', place: '德育处' } },
  { on: '09-18', title: '文明校园创建推进会', countsAs: ['文明创建', '德育活动'], people: 'all', paper: { reference: '文明创建材料', place: '德育处' } },
  { on: '05-08', title: '五四主题团队日', countsAs: ['团队活动'], people: 'group', paper: { reference: '团队活动记录', place: '团委办公室' } },
  { on: '09-24', title: '党外教师座谈会', countsAs: ['统战工作'], people: 'committee', book: '党支部工作记录本' },
  { on: '09-09', title: '身边的优秀党员教师', countsAs: ['典型宣传'], note: '学校公众号推文三篇。', paper: { reference: '公众号文章三篇' } },
  { on: '05-11', title: '“5·10”廉政教育', countsAs: ['廉政教育'], people: 'all', book: '党支部工作记录本' },
  { on: '12-09', title: '“12·9”廉政教育', countsAs: ['廉政教育'], people: 'all', book: '党支部工作记录本' },
  { on: '04-23', title: '家风读物共读（春）', countsAs: ['家风读物'], people: 'all', paper: { reference: '家风读物小结（春）' } },
  { on: '11-05', title: '家风读物共读（秋）', countsAs: ['家风读物'], people: 'all', paper: { reference: '家风读物小结（秋）' } },
  { on: '05-28', title: '廉洁文化进校园书画展', countsAs: ['廉洁文化进校园'], people: 'group', photo: true },
  { on: '11-13', title: '书记抓党建述职', countsAs: ['述职'], people: 'all', paper: { reference: '述职报告' } },
]

const forGroups: readonly Happening[] = each(year, (month): Happening => ({
  on: `${two(month)}-${month === 2 ? '26' : '20'}`,
  title: `${month}月党小组会`,
  countsAs: ['党小组会'],
  people: 'group',
  book: '党小组记录本',
}))

const forRetired: readonly Happening[] = [
  { on: '10-19', title: '重阳节离退休党员座谈', countsAs: ['离退休活动', '走访慰问'], people: 'group', paper: { reference: '离退休支部活动记录', place: '工会办公室' } },
]

/** A whole year as this school would live it; gaps and lateness come with its course. */
export const happeningsOf = (school: DemoSchool): readonly Happening[] => {
  const small = school.members < 10
  return [
    ...monthly,
    ...meetings,
    ...papers,
    ...(small ? activities.filter((one) => !leftOutBySmall.has(one.title)) : activities),
    ...(school.partyGroups > 0 ? forGroups : []),
    ...(school.retiredOrganization ? forRetired : []),
  ]
}

const leftOutBySmall = new Set(['社区文明劝导志愿服务', '青年教师结对培养活动', '党外教师座谈会', '廉洁文化进校园书画展'])
