import type { Form, FormItem } from './form.ts'

/** One group of clauses that collide with a national rule on checks and reports, with what could stand instead. */
export type BurdenLine = {
  readonly rule: string
  readonly items: readonly number[]
  readonly message: string
  readonly alternative: string
}

type Group = {
  readonly rule: string
  readonly words: RegExp
  readonly says: string
  readonly alternative: string
}

const often = '每(?:日|天|周|旬|个?月|季度?|两周|半月)|按月|按周|逐月|日报|周报|旬报|月报|季报|零报告'
const reports = '报送|上报|填报|报表|统计表|汇总表|台账报|信息报|报(?:告|材料|数据|总结|小结|计划)'

/** 基层减负: the rules that a table of checks most often meets, in the order in which they are shown. */
const groups: readonly Group[] = [
  {
    rule: '整治形式主义为基层减负若干规定（2024）',
    words: new RegExp(`(?:${often})[^。；\\n]{0,18}(?:${reports})|(?:${reports})[^。；\\n]{0,10}(?:${often})|(?:日|周|旬|月|季)报|零报告`),
    says: '要求频繁填表报数，规定不许这样做。',
    alternative: '改为每学期或全年一次；活动记录里数得出的，不再另报。',
  },
  {
    rule: '教师厅〔2025〕2号：不以发文开会、留痕资料、台账记录为评价依据',
    words:
      /台账|留痕|痕迹|记录(?:本|簿|表)?(?:不?齐全|不?完整|不?规范|缺|不全)|(?:会议|活动|学习|培训|值班|检查)记录|(?:资料|材料|档案|佐证)[^，。；\n]{0,6}(?:齐全|完整|不全|缺失|规范|装订|归档)|(?:有|无|缺|提供)[^，。；\n]{0,8}(?:文件|方案|计划|总结|简报|记录)|(?:查|看|查看|查阅)[^，。；\n]{0,6}(?:资料|台账|记录|档案)|印发|发文|会议纪要/,
    says: '把开会发文、台账资料当作计分依据。',
    alternative: '改看事情办没办、办得怎样；材料只用来查证，不按份数计分。',
  },
  {
    rule: '教师厅〔2025〕2号：不随意签订责任状',
    words: /责任[状书]|承诺书|目标书|军令状/,
    says: '要求签责任状、承诺书。',
    alternative: '改为写明岗位分工并公布一次，不再层层签字。',
  },
  {
    rule: '教师厅〔2025〕2号：只查年度清单内的事项，提前一个月通知',
    words:
      /(?:不定期|随机|突击|不打招呼|日常|专项|每月|每周|每季度?)[^，。；\n]{0,6}(?:督查|督导|抽查|抽检|暗访|通报)|明察暗访|暗访|(?:上级|局里|教育局|镇|街道|市|县|区|督查|督导|检查|抽查)[^，。；\n]{0,6}(?:通报|抽查|督查|督导)(?:批评|中|发现|一次|的|，)|被[^，。；\n]{0,6}(?:通报|督查|抽查)/,
    says: '按清单以外的督查、抽查、通报扣分。',
    alternative: '列入年度督查检查考核清单的才查，并入这一次检查，其余删去。',
  },
  {
    rule: '国办函〔2026〕12号：不强制拍照、打卡，不搞积分排名',
    words: /照片|拍照|截图|截屏|影像|视频资料|打卡|签到|积分(?!换)|排名|排位|名次|位次|前[\d一二三四五六七八九十]+名|末位|末尾|点赞|转发|浏览量|关注(?:率|公众号)|下载(?:率|APP|安装)|注册率|上线率|学习强国/i,
    says: '要照片、打卡，或者比积分、比名次。',
    alternative: '照片、打卡改为自愿，文号、记录本页码也算佐证；不积分，不排名。',
  },
]

/**
 * The clauses that collide with the national rules on checks and reports (people.md, 基层减负): at most five lines, each
 * naming its items and what could stand instead. A look, not a verdict: the bureau decides.
 */
export const findBurden = (form: Pick<Form, 'items'>): readonly BurdenLine[] =>
  groups.flatMap(({ rule, words, says, alternative }) => {
    const items = form.items.filter((item) => words.test(textOf(item))).map((item) => item.no)
    return items.length === 0 ? [] : [{ rule, items, message: `${sayItems(items)}${says}`, alternative }]
  })

const textOf = (item: FormItem): string => `${item.duty}\n${item.clause}`

/** 第2、5、9条; more than six are counted: 第2、5、9等12条. */
const sayItems = (items: readonly number[]): string =>
  items.length <= 6 ? `第${items.join('、')}条` : `第${items.slice(0, 5).join('、')}等${items.length}条`
