import type { LetterAsks, LetterPlaces } from './fill-letter.ts'
import type { Letter } from './letter.ts'

/** Letters of a bureau that it may set in its own way. */
export type LetterKind = 'feedback' | 'rectification' | 'bulletin'

export const letterNames: Readonly<Record<LetterKind, string>> = { feedback: '反馈意见书', rectification: '整改通知', bulletin: '通报' }

/** One item with its own denominator: the units that have a score there in this column. */
const lostItem = { 条号: true, 内容: true, 具体责任: true, 失分单位: true, 有分单位: true, 比例: true, 比例条: true } as const
const problem = { 序号: true, 条号: true, 问题: true, 期限: true } as const

/** What each letter can say: named to people on the page of templates, checked when one is put in. */
export const letterPlaces: Readonly<Record<LetterKind, LetterPlaces>> = {
  feedback: {
    学校: true, 教育局: true, 年度: true, 日期: true, 自查得分: true, 检查得分: true, 核验码: true,
    不同条目: { 条号: true, 具体责任: true, 自查: true, 检查: true, 理由: true },
    整改问题: problem,
  },
  rectification: { 学校: true, 教育局: true, 年度: true, 日期: true, 问题数: true, 整改问题: problem },
  bulletin: {
    教育局: true, 年度: true, 日期: true, 单位数: true, 已提交: true, 未提交: true, 已检查: true, 检查完: true, 分数不同: true,
    自查失分条目: lostItem,
    检查失分条目: lostItem,
  },
}

const text = (said: string): Letter['body'][number] => ({ kind: 'text', text: said })
const head = (said: string): Letter['body'][number] => ({ kind: 'head', level: 1, text: said })
/** The marks stand in paragraphs of their own: where the list has something, no empty line is left. */
const unless = (list: string, said: string): Letter['body'] => [text(`{^${list}}`), text(said), text(`{/${list}}`)]
const letter = (title: readonly string[], to: string, body: Letter['body']): Letter => ({ title, to, body, attachments: [], from: '{教育局}', date: null, hints: [], lists: [] })

/** The shipped ones, in the look of GB/T 9704: what a bureau begins with. */
export const shippedLetters: Readonly<Record<LetterKind, Letter>> = {
  feedback: letter(['{年度}年度检查反馈意见书'], '{学校}', [
    text('检查组对你校{年度}年度自查情况进行了检查。自查{自查得分}分，检查{检查得分}分。'),
    head('一、与自查不同的条目'),
    text('{#不同条目}'),
    text('第{条号}条（{具体责任}）：自查{自查}分，检查{检查}分。{理由}。'),
    text('{/不同条目}'),
    ...unless('不同条目', '检查与自查没有不同。'),
    head('二、需要整改的问题'),
    text('{#整改问题}'),
    text('{序号}．{条号}{问题}，请于{期限}前报告整改情况。'),
    text('{/整改问题}'),
    ...unless('整改问题', '没有需要整改的问题。'),
    text('对检查得分有不同意见的，可在规定期限内提出。'),
    text('核验码：{核验码}'),
  ]),
  rectification: letter(['关于{年度}年度检查发现问题整改的通知'], '{学校}', [
    text('{年度}年度检查中发现以下{问题数}个问题，请制定措施，落实整改，并按期报告：'),
    text('{#整改问题}'),
    text('{序号}．{条号}{问题}，{期限}前报告。'),
    text('{/整改问题}'),
    text('整改情况由我局复核。有困难或有不同意见的，请及时反映。'),
  ]),
  bulletin: letter(['关于{年度}年度自查和检查情况的通报'], '各中小学、幼儿园', [
    text('按照年度计划，我局组织各单位开展自查并进行了检查，现将{年度}年度的情况通报如下。'),
    head('一、总体情况'),
    text('参加自查的单位共{单位数}个，已提交{已提交}个，尚未提交{未提交}个。已有检查得分的{已检查}个。各条都已定分的{检查完}个，其中检查得分与自查得分不同的{分数不同}个，均已说明理由。'),
    head('二、自查失分情况'),
    text('按各单位自查得分统计，已提交的单位{已提交}个。未答（含答了一部分没失分的）和不适用的不在内。'),
    text('{#自查失分条目}'),
    text('第{条号}条（{内容}）：{有分单位}个单位有自查得分，{失分单位}个失分，占{比例}。'),
    text('{/自查失分条目}'),
    ...unless('自查失分条目', '没有自查失分的条目。'),
    head('三、检查失分情况'),
    text('按已定的检查得分统计，已有检查得分的单位{已检查}个。还没有定分和不适用的不在内。'),
    text('{#检查失分条目}'),
    text('第{条号}条（{内容}）：{有分单位}个单位有检查得分，{失分单位}个失分，占{比例}。'),
    text('{/检查失分条目}'),
    ...unless('检查失分条目', '没有检查失分的条目。'),
    head('四、下一步要求'),
    text('请有整改事项的单位按期报送整改情况；对检查得分有不同意见的，可在规定期限内提出异议。'),
  ]),
}

/** Both letters go to one school each: without its name all would read the same. */
const musts: Readonly<Record<LetterKind, readonly string[]>> = { feedback: ['学校'], rectification: ['学校'], bulletin: [] }

/** What a template of this letter is held against. */
export const letterAsks = (kind: LetterKind): LetterAsks => {
  const shipped = JSON.stringify(shippedLetters[kind])
  const usual = Object.keys(letterPlaces[kind]).filter((place) => shipped.includes(`{${place}}`) || shipped.includes(`{#${place}}`))
  return { places: letterPlaces[kind], must: musts[kind], usual }
}
