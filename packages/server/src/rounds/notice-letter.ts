import { titleLinesOf } from '@zicha/core'
import type { Letter, LetterBlock, LetterList } from '@zicha/documents'
import { daysOfNotice, noticeDays } from './notice-days.ts'

export type NoticeOf = {
  readonly formTitle: string
  readonly year: number
  readonly opensOn: string
  readonly dueOn: string
  readonly listNumber: string | null
  readonly from: string
  /** Where the pages are, as the reader types it. */
  readonly address: string
  /** In the order of their codes. */
  readonly schools: readonly { readonly name: string }[]
}

/** 自查表, 考核表 → what is carried out: the notice is about the work, not about the table. */
const subjectOf = (title: string): string => title.replace(/(?:情况)?(?:自查|检查|考核|考评|评分|测评)?(?:表|细则|标准|办法)$/u, (word) => (word.startsWith('情况') ? '情况' : ''))

/** The notice of a round as a draft: what is asked, on what ground, until when, how, and what nobody asks for. */
export const noticeLetter = (of: NoticeOf): Letter => {
  const work = `${of.year}年度${subjectOf(of.formTitle)}自查`
  return {
    title: titleOf(of),
    to: '各有关学校党组织',
    body: bodyOf(of, work),
    attachments: [of.formTitle, `参加${of.year}年度自查的学校名单`],
    from: of.from,
    date: null,
    hints: hintsOf(of),
    lists: [schoolList(of)],
  }
}

/** On 2号 twenty characters make a line; figures take half of one. */
const longestLine = 20
const widthOf = (text: string): number => text.replace(/[!-~]/gu, '').length + (text.match(/[!-~]/gu)?.length ?? 0) / 2

const titleOf = (of: NoticeOf): readonly string[] => {
  const opening = `关于开展${of.year}年度`
  const ending = '自查的通知'
  const lines = titleLinesOf(subjectOf(of.formTitle))
  const [first = '', ...others] = lines
  const begun = widthOf(opening + first) <= longestLine ? [opening + first, ...others] : [opening, ...lines]
  const last = begun.at(-1) ?? ''
  return widthOf(last + ending) <= longestLine ? [...begun.slice(0, -1), last + ending] : [...begun, ending]
}

/** Two columns of schools, downwards, so that eighty fit on two pages. */
const schoolList = (of: NoticeOf): LetterList => {
  const half = Math.ceil(of.schools.length / 2)
  const place = (at: number): readonly string[] => {
    const school = of.schools[at]
    return school === undefined ? ['', ''] : [String(at + 1), school.name]
  }
  const columns = [
    { head: '序号', width: 14, align: 'center' },
    { head: '学校', width: 64, align: 'left' },
  ] as const
  return {
    label: '附件2',
    title: `参加${of.year}年度自查的学校名单`,
    columns: [...columns, ...columns],
    rows: Array.from({ length: half }, (_, row) => [...place(row), ...place(row + half)]),
  }
}

const head = (text: string): LetterBlock => ({ kind: 'head', level: 1, text })
const text = (words: string): LetterBlock => ({ kind: 'text', text: words })

const bodyOf = (of: NoticeOf, work: string): readonly LetterBlock[] => [
  text(
    of.listNumber === null
      ? `现就开展${work}有关事项通知如下。`
      : `本次自查已列入年度督查检查考核计划清单（编号：${of.listNumber}）。现就有关事项通知如下。`,
  ),
  head('一、参加范围'),
  text(`共${of.schools.length}所学校（幼儿园），名单见附件2。`),
  head('二、时间安排'),
  text(`自查从${dayWords(of.opensOn)}开始。各校于${dayWords(of.dueOn)}前由党组织书记核对、提交。现场检查的时间另行通知。`),
  head('三、怎样填'),
  text(`（一）登录${of.address}，用发到本人的一次性链接或链接单设密码。每校党务干部填写，书记核对并提交。`),
  text('（二）照附件1逐条填。全年开过的会、做过的事记一次，会自动计入相关条目；系统给出的自查分可以改，改时写一句理由。'),
  text('（三）依据写明文号、记录本页码和存放处即可，原件留在学校。细则没有要求的，不必拍照、不必另做台账。没有开展的如实空着。'),
  text(`（四）上网填写有困难的学校，可以报送填好、签字的Word表，由${of.from}办公室照表代填，学校核对后由书记提交。`),
  head('四、有异议怎么办'),
  text('对检查得分有不同意见的，收到结果之日起15日内可以提出。对本次工作的意见建议，可在系统每页的“投诉建议”里写，也可直接告诉局办公室。'),
]

const hintsOf = (of: NoticeOf): readonly string[] => {
  const days = daysOfNotice(of.opensOn, of.dueOn)
  return [
    '本稿由系统按轮次生成，文号、日期、联系人由局办填写，内容由局里审定。',
    ...(of.listNumber === null
      ? ['还没有写年度督查检查考核计划清单的编号。列入清单的才开展（教师厅〔2025〕2号），请先补上。']
      : []),
    ...(days < noticeDays ? [`从开始到截止只有${days}天，不到一个月。督查检查应提前一个月通知，请考虑推后截止日。`] : []),
  ]
}

const dayWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
