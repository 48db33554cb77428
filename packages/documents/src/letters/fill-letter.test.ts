import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { elementsBelow, parseXml } from '../fill/word-xml.ts'
import { checkLetter, writeFilledLetter, writeLetterTemplate } from './write-filled-letter.ts'
import type { LetterKind } from './letter-kinds.ts'
import { writeLetterWord } from './letter-word.ts'

const linesOf = (bytes: Uint8Array): readonly string[] => {
  const document = parseXml(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  return document === undefined ? [] : elementsBelow(document, 'p').map((one) => elementsBelow(one, 't').map((run) => run.textContent).join('')).filter((line) => line !== '')
}

const problems = [
  { 序号: '1', 条号: '第2条，', 问题: '缺一次专题会议记录', 期限: '12月20日' },
  { 序号: '2', 条号: '', 问题: '记录本没有签名 <b>&', 期限: '12月20日' },
]
const values = { 学校: '育才小学', 教育局: '仪征市教育局', 年度: '2026', 日期: '2026年11月24日', 问题数: '2', 整改问题: problems }

/** A template whose only paragraph of text says this. */
const saying = (said: string): Uint8Array =>
  writeLetterWord({ title: ['通知'], to: '各校', body: [{ kind: 'text', text: said }], attachments: [], from: '局', date: null, hints: [], lists: [] })

test('each problem has a line of its own, and what a school wrote stays text', async () => {
  const filled = await writeFilledLetter('rectification', values)
  expect(filled instanceof Uint8Array ? linesOf(filled).slice(0, 6) : filled).toEqual([
    '关于2026年度检查发现问题整改的通知', '育才小学：', '2026年度检查中发现以下2个问题，请制定措施，落实整改，并按期报告：',
    '1．第2条，缺一次专题会议记录，12月20日前报告。', '2．记录本没有签名 <b>&，12月20日前报告。', '整改情况由我局复核。有困难或有不同意见的，请及时反映。',
  ])
})

test('a list that is told leaves no empty line of its own, one that is empty is said to be; the last words go along with the signature', async () => {
  const different = [{ 条号: '2', 具体责任: '专题会议', 自查: '3', 检查: '2.5', 理由: '缺一次记录' }]
  const kindOf = async (told: object): Promise<{ readonly lines: readonly string[]; readonly kept: readonly boolean[] }> => {
    const filled = await writeFilledLetter('feedback', { ...values, 自查得分: '97.5', 检查得分: '97', 核验码: '7F3A', ...told })
    const document = parseXml(unzipSync(filled instanceof Uint8Array ? filled : new Uint8Array())['word/document.xml'] ?? new Uint8Array())
    const all = document === undefined ? [] : elementsBelow(document, 'p')
    return {
      lines: all.map((one) => elementsBelow(one, 't').map((run) => run.textContent).join('')),
      kept: all.map((one) => elementsBelow(one, 'keepNext').length > 0),
    }
  }
  const { lines, kept } = await kindOf({ 不同条目: different })
  const from = lines.indexOf('一、与自查不同的条目')
  expect(lines.slice(from, lines.indexOf('核验码：7F3A'))).toEqual([
    '一、与自查不同的条目', '第2条（专题会议）：自查3分，检查2.5分。缺一次记录。',
    '二、需要整改的问题', '1．第2条，缺一次专题会议记录，请于12月20日前报告整改情况。', '2．记录本没有签名 <b>&，请于12月20日前报告整改情况。',
    '对检查得分有不同意见的，可在规定期限内提出。',
  ])
  expect(kept.slice(lines.indexOf('核验码：7F3A'), lines.indexOf('仪征市教育局') + 1)).toEqual([true, true, true, true])
  const none = (await kindOf({ 不同条目: [], 整改问题: [] })).lines
  expect(none.slice(from, from + 4)).toEqual(['一、与自查不同的条目', '检查与自查没有不同。', '二、需要整改的问题', '没有需要整改的问题。'])
})

test('a shipped template can be taken, put back and filled', async () => {
  for (const kind of ['feedback', 'rectification', 'bulletin'] satisfies LetterKind[]) {
    const template = await writeLetterTemplate(kind)
    expect(await checkLetter(kind, template), kind).toEqual([])
    const filled = await writeFilledLetter(kind, { 年度: '2026' }, template)
    expect(filled instanceof Uint8Array ? linesOf(filled).join('') : filled.message, kind).not.toMatch(/[{}]/)
  }
})

test('a place that the letter does not have is named, so is a brace left open, and no place reaches into the program', async () => {
  const said = async (text: string): Promise<string> => (await checkLetter('rectification', saying(text)))[0]?.message ?? ''
  expect(await said('{校名}，你好')).toBe('模板里的“{校名}”系统不认得。请改成说明里的名字，或删去花括号。')
  expect(await said('{constructor}')).toContain('{constructor}')
  expect(await said('{#整改问题}{检查得分}{/整改问题}')).toContain('{检查得分}')
  expect(await said('{学校')).toContain('不成对')
  expect(await said('{#整改问题}没有结尾')).toContain('不成对')
  expect(await said('{学校}{#整改问题}{问题}{/整改问题}')).not.toContain('不成对')
})

test('a template that says no known name, or no school, is refused; what else it leaves unsaid is named, and it is taken', async () => {
  const checked = async (kind: LetterKind, text: string) => (await checkLetter(kind, saying(text))).map(({ level, message }) => [level, message])
  const table = '2026年度活动记录册 育才小学 共82条记录'
  for (const kind of ['feedback', 'rectification', 'bulletin'] satisfies LetterKind[])
    expect(await checked(kind, table), kind).toEqual([['error', '这份里没有一个能用的名字，没有换，还用原来的。请下载模板，在它上面改。']])
  expect(await checked('rectification', '{年度}')).toEqual([['error', '模板里没有“{学校}”，各校会收到一样的信，没有用它。请补上再换上。']])
  expect(await checked('rectification', '{学校}{年度}{#整改问题}{/整改问题}')).toEqual([['warning', '没有用到{教育局}、{问题数}、{整改问题}，信里就没有这些。']])
  expect(await checked('bulletin', '{年度}{单位数}{#检查失分条目}{条号}{/检查失分条目}')).toMatchObject([['warning', expect.not.stringContaining('检查失分条目')]])
})

test('one that was taken before it had to name the school makes no letter', async () => {
  const written = await writeFilledLetter('rectification', values, saying('各校：'))
  expect(written).toMatchObject({ code: 'letter.place_missing' })
})

test('what is no Word file, or a bomb, is refused before it is unpacked', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) })
  for (const bytes of [new TextEncoder().encode('你好'), zipSync({ 'a.txt': new Uint8Array(3) }), bomb]) expect(await checkLetter('feedback', bytes)).toHaveLength(1)
})
