import type { Mention, Sign } from './mention.ts'
import { numeral, readNumeral } from './numerals.ts'

type Phrase = { readonly pattern: RegExp; readonly read: (match: RegExpExecArray, plain: string) => Mention | undefined }

const item = '(?:(?:本|该|此|这一?|所在|相应)(?:小|大|分|单|子)?(?:项|条|款|题|类|部分|指标|细项|栏)?(?:目|工作|考核|内容|指标|评分|分值|分数|得分|得|分)?)?'
const adverb = '(?:均|都|一律|即|(?<!否)则|直接|全部|视为|也|同样|按|以)?'
const wholeOf = '(?:(?:本|该|此)(?:小|大|分)?(?:项|条|款|指标|部分)(?:目|工作|考核|内容)?(?:的)?(?:全部|所有|全)?的?|(?:全部|所有|全)的?)'
const marks = '(?:分值|分数|得分|总分|分(?![值数]))'
const end = '(?=[，。；：、）\\s]|$|的[，。；]|（)'

const plainMention = (
  kind: Mention['kind'],
  sign: Sign,
): Phrase['read'] => (match) => ({ kind, sign, start: match.index, end: match.index + match[0].length, amounts: [] })

const signOf = (text: string): Sign =>
  /[扣减]/.test(text) ? 'takes' : /[加奖]/.test(text) ? 'adds' : 'gives'

/** Words about marks that carry no amount of their own, or fix its meaning: ordered, an earlier one wins where two overlap. */
const phrases: readonly Phrase[] = [
  {
    // 1分扣完为止: the amount stands before the words
    pattern: new RegExp(`(?<=[，；。、\\s])(${numeral})\\s*分?\\s*扣完(?:为止|即止|止|为限)`, 'g'),
    read: (match) => {
      const amount = readNumeral(match[1] ?? '')
      return amount === undefined || amount === 0 ? undefined : { ...base(match, 'cap', 'takes'), amounts: [amount] }
    },
  },
  {
    // 扣完2分为止, 加满5分为止, 扣至0分为止
    pattern: new RegExp(`(?:直至|直到)?(扣|减|加|得|奖)(?:完|光|满|足|尽|至|到|够|减完)(${numeral})\\s*分?(?:为止|即止|止|为限|封顶)`, 'g'),
    read: (match) => {
      const amount = readNumeral(match[2] ?? '') ?? 0
      const shape = { kind: 'cap', sign: signOf(match[1] ?? ''), start: match.index, end: match.index + match[0].length } as const
      return amount === 0 ? { ...shape, amounts: [], toTheEnd: true } : { ...shape, amounts: [amount] }
    },
  },
  {
    pattern: new RegExp(
      `(?:直至|直到|以)?(?:${item})(?:扣|减|加|得|奖|给)(?:完|光|满|足|尽|至满分|到满分|完满分|减完)(?:${wholeOf}?${marks}|[^，。；\\d]{0,6})?(?:时|后)?(?:为止|截止|即止|止|为限|封顶)`, 'g'),
    read: (match) => ({ ...base(match, 'cap', signOf(match[0])), toTheEnd: true }),
  },
  {
    pattern: /(?:直至|直到)(?:将)?扣(?:完|光|尽)(?:本|该|此)(?:小|大)?(?:项|条|款)(?:的)?(?:全部|所有)?(?:分值|分数|得分|总分|分)?(?=[，。；）\s]|$)|(?:直至|直到|最多|至多|可累计|累计|以)扣完(?=[，。；）\s]|$)|(?:直至|直到|扣至|减至)(?:扣)?(?:至|到)?(?:0|零)分(?:为止|止)?|(?:扣分)?(?:上限为?|最高扣?至?|最多扣?至?|不(?:得)?超过|以)(?:本项|该项|单项|此项|本条)(?:总)?(?:分值|分数|得分|分)(?:为限|为上限)?/g,
    read: (match) => ({ ...base(match, 'cap', 'takes'), toTheEnd: true }),
  },
  {
    // the whole assessment: 总分为0分, 整体得0分
    pattern: /(?:考核|评价|考评|年度考核|全年考核|本次考核)?(?:总分|总成绩|总得分|总评|整体|全年得分|年度得分|最终得分|考核得分|考核成绩|考核结果|全部得分)(?:一律|直接)?(?:记|计|为|得|按|评|以|归)*(?:0|零)分?(?!\.|\d)(?:计|处理)?/g,
    read: plainMention('veto', 'takes'),
  },
  {
    pattern: /(?:(?:一律|直接|均|应|按|当年|年度|年终|本年度|全年|考核|考评|综合|结果|等次|等级)*(?:评定|认定|确定|判定|定|评|视|列|定性|降)(?:为|成)|年度考核(?:为|即为|按))(?:年度|考核|综合|当年)?不(?:合格|称职|达标)(?:等次|等级|单位|班级|学校|档次|科室|处理)?(?=[，。；）\s]|$|的[，。；]|并|且)/g,
    read: (match, plain) =>
      /^[^。；]*?(?:扣|得\s*\d|不得分|加\s*\d)/.test(plain.slice(match.index + match[0].length).replace(/^的/, '')) && /^(?:的|者)/.test(plain.slice(match.index + match[0].length))
        ? undefined
        : base(match, 'veto', 'takes'),
  },
  {
    // 扣20分且当年考核不合格
    pattern: /(?<=[，且并的])(?:当年|年度|年终|本年度|全年|本月|当月|月度|本季度?|季度|本学期|绩效|综合)*考核(?:结果)?(?:直接)?(?:为|按|定为|评为|记为)?不(?:合格|称职)(?=[，。；）\s]|$)/g,
    read: plainMention('veto', 'takes'),
  },
  {
    pattern: /(?:实行|予以|直接|给予)否决(?=[，。；）\s]|$)|(?:实行|实施|予以|执行|给予|直接|适用|按|均)?[“"‘]?一票否决[”"’]?(?:制度?|项目?|处理)?(?:考核|内容|事项)?/g,
    read: (match, plain) => {
      const quoted = /[“"‘]/.test(match[0])
      const after = plain.slice(match.index + match[0].length)
      const verb = /^(?:实行|实施|予以|执行|给予|直接|适用)/.test(match[0])
      if (!verb && /^(?:的|而|情形|情况|事件|指标|权)?[^。；]*(?:扣|得\s*\d|不得分|加\s*\d)/.test(after) && (quoted || /^(?:的|而|情形|情况|事件)/.test(after))) return undefined
      return base(match, 'veto', 'takes')
    },
  },
  {
    // 得分=完成数÷任务数×5
    pattern: new RegExp(`[^，。；（）]{0,30}(?:得分|分值|分数|计分|扣分|加分)[^，。；]{0,6}[=][^。；，]+`, 'g'),
    read: (match) => (isFormula(match[0]) ? { ...base(match, 'proportion', /扣分/.test(match[0]) ? 'takes' : 'gives'), amounts: factorsOf(match[0]) } : undefined),
  },
  {
    // 得分乘以1.1的系数: what is done to another mark
    pattern: new RegExp(`[^，。；（）]{0,24}(?:[×*✕╳]|乘以?)\\s*(?:${numeral}\\s*的?(?:系数|倍)|(?<=得分\\s*(?:[×*✕╳]|乘以?)\\s*)${numeral}(?![\\d.%分])[^，。；\\d]{0,4}分|[^，。；\\d]{0,6}系数\\s*(?:${numeral})?)`, 'g'),
    read: plainMention('unpriced', 'gives'),
  },
  {
    pattern: new RegExp(`(?:[^，。；（）]{0,24})(?:[×*✕╳]|乘以)\\s*(?:${numeral}\\s*分?|[^，。；\\d]{0,8}(?:分值|分数|满分|标准分|权重分?|本项分))(?![\\d%])(?:[^，。；]{0,10})`, 'g'),
    read: (match, plain) => (paysMoney.test(match[0] + plain.slice(match.index + match[0].length, match.index + match[0].length + 8)) ? undefined : { ...base(match, 'proportion', /扣/.test(match[0]) ? 'takes' : 'gives'), amounts: factorsOf(match[0]) }),
  },
  {
    pattern: new RegExp(
      `(?:按|按照|依|根据|以)?(?:[^，。；（）\\d]{0,14})(?:比例|百分比|完成率|占比|比率|线性|插值法?)(?:[^，。；\\d扣得加]{0,8})?(?:相应)?(?<!考)(?:扣减|扣除|递减|折算|核算|计算|扣|得|计|给|赋|加|减|记|评|核)(?:得|扣|计|减)?(?:分值|分数|得分|得数|分)?${end}`, 'g'),
    read: (match) => base(match, 'proportion', signOf(match[0])),
  },
  {
    pattern: /(?:不(?:再|得|予|能|做)?(?:重复|累计|累加|叠加|兼得|累积|重叠)(?:计分|加分|扣分|得分|计算|记分|计入|算分|赋分|奖励|计|记|算)?|(?:只|仅)?(?:按|取|以|就|计|按照|选|选取|择)(?:其中|其)?(?:的)?(?:最高|高)(?:级别|等级|级|分值|分数|分|项目|项|奖项|等次|得分|一项|一级|一次|值|者|层次|荣誉|标准|奖次|档次|档|奖励|奖)*(?:别)?(?:进行)?(?:计算|计分|加分|得分|为准|给分|记分|赋分|计入|累计|计|算|取|加|记)?(?:分)?|就高不就低|就高(?:加分|计分|得分|计算|原则)|(?:可以|可|应|应当)?(?:累计|累加|叠加|累积|重复)(?:计算|计分|加分|扣分|得分|记分|计))(?!\s*(?:总分)?(?:不超过|不得超过|最高|最多|上限|至|达|\d))/g,
    read: (match, plain) => (match[0].length < 2 || /^(?:以上|满|超过|达到)/.test(plain.slice(match.index + match[0].length)) ? undefined : base(match, 'combine', 'bare')),
  },
  {
    pattern: new RegExp(`(?:酌情|视情况?|视情节(?:轻重|严重程度|严重)?|适当|酌|根据(?:实际)?(?:情况|情节)酌情|综合(?=[^，。；\\d不]{0,4}(?:[评打给得计赋]|$))|(?<![重检忽巡监电审注近轻])视(?![同为作频])[^，。；\\d]{1,14})(?:[^，。；\\d扣加减给得计赋评打不]{0,10})(?:予以|给予|进行)?(?:扣减|扣除|扣|加|减|给|得|计|记|赋|评|打|评定|奖励|奖)(?:分值|分数|得分|分)?(?!\\s*(?:${numeral}|[-]))${end}`, 'g'),
    read: (match) => (/分|扣|酌/.test(match[0]) ? base(match, 'judged', signOf(match[0].replace(/综合评|加强|参加|增加/g, ''))) : undefined),
  },
  {
    pattern: /不(?:再|予|另|作|做|重复)?(?:扣|减)(?:减)?(?:分|除)?(?:数)?(?=[，。；）\s]|$|的[，。；])|免(?:予|于)?扣分|不失分(?=[，。；）\s]|$)|不(?:再|予|另)?(?:加|奖)分|不计入(?:扣分|加分)/g,
    read: plainMention('exempt', 'bare'),
  },
  {
    pattern: /(?:均|即|可|也|则|应|一律)?视(?:同|为|作)(?:得分|得满分|满分|符合要求|符合条件|符合规定|达到要求|完成任务|完成|达标|合格|已完成|该项得分|此项得分)|按照?(?:符合|达到|完成)[^，。；]{0,4}(?:计|得|给|赋)(?:满)?分/g,
    read: (match, plain) =>
      /满分|得分/.test(match[0]) || (/符合要求|达到要求|完成|达标/.test(match[0]) && /(?:没有|无|不涉及|未涉及|不存在|尚未)[^。；]*$/.test(plain.slice(0, match.index)))
        ? base(match, 'full', 'gives')
        : undefined,
  },
  {
    pattern: new RegExp(
      `${item}${adverb}(?:不得分|不得${wholeOf}(?:任何)?${marks}|不得任何分数?|不给分|不计分|不记分|不赋分|不能得分|不予?(?:以)?(?:得|计|记|给|赋|评)分|无得分|无分(?=[，。；）\\s]|$)|没有?分(?=[，。；）]|$)|不得(?=[，。；）]|$))`, 'g'),
    read: plainMention('zero', 'takes'),
  },
  {
    pattern: new RegExp(
      `${item}${adverb}(?:得分|得|计|记|给|为|按|以|评|算|判|是|扣至|扣到|归|赋|打|评分)*\\s*(?<![\\d.、/-])(?:0|零)\\s*分(?!钟|之|[、/]\\d)(?:计|计算|处理)?`, 'g'),
    // 最低0分: a floor takes nothing
    read: (match, plain) => base(match, /(?:(?<!低于|不足|达不到)(?:最低|最少|下限)|不低于)(?:得分|分)?(?:为|是)?$/.test(plain.slice(Math.max(0, match.index - 8), match.index)) ? 'exempt' : 'zero', 'takes'),
  },
  {
    // 此项分数为0, 测评成绩为零: the sign for the marks stands before the nought
    pattern: new RegExp(`${item}(?:(?:分数?|得分|成绩分?|分值|计分)(?:一律|直接|均)?(?:为|记为?|计为?|得|按|是)|(?<=[本该此](?:小|大|单|子)?(?:项|条|款|指标)(?:目|工作|考核|内容)?)(?:一律|直接|均|则|即)?(?:为|记为?|计为?|按))\\s*(?:0|零)(?:计|处理)?${end}`, 'g'),
    read: plainMention('zero', 'takes'),
  },
  {
    pattern: new RegExp(
      `${item}${adverb}(?:(?<![不完齐健安])全扣(?!\\s*\\d)|扣全分|扣满分|扣光|扣尽|扣完(?!\\s*(?:${numeral}|为止|分为止|本项|该项|此项|后))|全部扣(?:完|除|光|掉)|全额扣(?:除|分)|分数?扣完|扣(?:除|掉|去|完|光|减)?${wholeOf}${marks}|(?:取消|不得)${wholeOf}(?:加分|${marks})|扣除?全分|${marks}?(?:(?<![不完齐健安])全扣(?!\\s*\\d)|扣完(?!为止|后)|扣光|归零|清零|归0|清0))(?!为止|止|的?\\s*(?:\\d|一半|半数|百分之))`, 'g'),
    // 考核费全部扣除: pay, no marks
    read: (match, plain) => (/[费金款资]$/.test(plain.slice(0, match.index)) ? undefined : base(match, 'zero', 'takes')),
  },
  {
    pattern: /(?:均|可|即|则|该项|本项|此项)?(?:得|计|记|给|按|为|赋|评|以|打|予)(?:本项|该项|此项|予|到)?(?:全部|所有)?(?:满分|全分|该项分(?:值|数)?|本项分(?:值|数)?|此项分(?:值|数)?|该分|全部分(?:值|数)?|相应分(?:值|数)?)(?:计算|计分|计|赋分|给分)?(?![的\d]|为|是)|(?<=[，。；的者])满分(?=[，。；]|$)|(?<=[\u4e00-\u9fa5](?<![可应未不能才方获所该本此总评计以]))得分(?=[，；][^，。；]{1,12}不[得计给]分)/g,
    // 依据日常表现给予相应分数: no full marks
    read: (match, plain) => base(match, /相应/.test(match[0]) && /(?:依据|根据|按照?|视|结合)[^，。；]*$/.test(plain.slice(0, match.index)) ? 'unpriced' : 'full', 'gives'),
  },
  {
    // 按100分折算: the full mark of another paper
    pattern: new RegExp(`按(?:照)?\\s*${numeral}\\s*分(?:制|卷)?(?:折算|折计|折合|换算)(?:计分|得分|计入)?`, 'g'),
    read: plainMention('unpriced', 'gives'),
  },
  {
    // the steps that are not written out
    pattern: /(?:其他|其余|以下|往后|后面)?(?:的)?(?:以此|依此|依次|以次|照此|如此)类推/g,
    read: plainMention('unpriced', 'bare'),
  },
  {
    // 得一半分, 扣50%的分: a share of marks that no kind can say
    pattern: new RegExp(`(?:扣|得|计|加|按|给)(?:除|减|予)?(?:该项|本项|此项|相应)?(?:分值|标准分|总分|满分|得分)?的?(?:一半|半数|${numeral}\\s*%)(?!\\s*(?:以[上下]|及以|的(?:，|得|扣|加)|，|得|扣|加))(?:的)?(?:分值|分数|得分|分)?(?:计分|给分|扣分|计算|计)?`, 'g'),
    read: (match, plain) => (/分/.test(match[0]) || /^[，。；]|^$/.test(plain.slice(match.index + match[0].length)) ? base(match, 'unpriced', signOf(match[0])) : undefined),
  },
  {
    pattern: new RegExp(`(?:扣|加|减|给|计|赋|记|奖)(?:除|减|予)?(?:相应)?(?:的)?(?:分值|分数|分)${end}`, 'g'),
    read: (match, plain) => (plain[match.index + match[0].length] === '：' || /[评打累]$/.test(plain.slice(0, match.index)) && /^(?:计|记|给)/.test('') ? undefined : base(match, 'unpriced', signOf(match[0]))),
  },
  {
    pattern: new RegExp(
      `(?:按|按照|根据|参照|依据|视|予以|方可|方能|才能|才可|比照|减半|折半|加倍|双倍|翻倍|部分|同等|一半|半数|获得|可以|相应|基础上|酌减)(?:[^，。；（）]{0,16})?(?:得|打|评)(?:相应)?分${end}`, 'g'),
    read: (match, plain) => (plain[match.index + match[0].length] === '：' ? undefined : base(match, 'unpriced', 'gives')),
  },
]

/** 得分：是=2 names a level; a formula holds what is counted or what is done to it. */
const isFormula = (words: string): boolean => /[×*✕╳÷/+-]|率|数|值|比|乘|除|之和|平均/.test(words.slice(words.indexOf('=')))

/** 得分/100×4000为当月考核费: pay, no marks. */
const paysMoney = /[费金款资]$|(?:考核|服务|承包|管理)费|奖金|工资|津贴|元/

const base = (match: RegExpExecArray, kind: Mention['kind'], sign: Sign): Mention => {
  const lead = match[0].length - match[0].trimStart().length
  return { kind, sign, start: match.index + lead, end: match.index + match[0].trimEnd().length, amounts: [] }
}

/** The full mark in a formula: the number of marks beside the multiplication sign that is no per cent. */
const factorsOf = (formula: string): number[] => {
  const match = new RegExp(`(?:[×*✕╳]|乘以)\\s*(${numeral})\\s*分?(?![%\\d.])`).exec(formula) ?? new RegExp(`(?<![\\d.])(${numeral})\\s*分\\s*(?:[×*✕╳]|乘以)`).exec(formula)
  const value = match?.[1] === undefined ? undefined : readNumeral(match[1])
  return value === undefined || value === 100 ? [] : [value]
}

/** All set phrases of the clause, in order, none overlapping another. */
export const findSetPhrases = (plain: string): Mention[] => {
  const found: Mention[] = []
  if (!/[分扣得加减]|[为记计按][0零]|否决|不合格|视同|不称职/.test(plain)) return found
  for (const { pattern, read } of phrases) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(plain); match !== null; match = pattern.exec(plain)) {
      if (match[0] === '') pattern.lastIndex++
      const mention = match[0] === '' ? undefined : read(match, plain)
      if (mention !== undefined && !found.some((other) => other.start < mention.end && mention.start < other.end)) found.push(mention)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
