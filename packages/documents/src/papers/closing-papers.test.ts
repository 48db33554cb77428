import { expect, test } from 'vitest'
import { unzipSync } from 'fflate'
import { inflateSync } from 'node:zlib'
import { handPng } from '../fill/hand-picture.ts'
import { hostileStrings } from '../testing/hostile-strings.ts'
import { readPdf } from '../testing/read-pdf.ts'
import { objectionDecision, rectificationNotice } from './closing-letters.ts'
import { feedbackSheet } from './feedback-sheet.ts'
import type { FeedbackSource } from './feedback-sheet.ts'
import { writePaper } from './write-paper.ts'

const strokes = [[[40, 60], [180, 140], [320, 50]], [[500, 100]]] as const

const source: FeedbackSource = {
  unit: '育才小学', bureau: '仪征市教育局', year: 2026, inspectedOn: '2026-12-18', self: 97.5, inspection: 96,
  differences: [{ no: 5, duty: '每月集中学习不少于1次。', self: 5, inspection: 4, reason: '9月、10月没有记录' }],
  problems: [{ no: 5, problem: '9月集中学习没有记录', dueOn: '2027-01-17' }],
  signatures: [
    { label: '检查人签字：', name: '高远', strokes, note: '' },
    { label: '检查人签字：', name: '宋岚', note: '手签，党建办公室' },
    { label: '学校书记签字：', name: '王丽', strokes, note: '' },
  ],
  objectionDays: 15, verificationCode: '7F3A-91C2-08DE', verifyAddress: 'https://zicha.example/verify/7F3A-91C2-08DE',
}

test('the feedback sheet says what differs, what is to be put right, who signed and the code', async () => {
  const { pages } = readPdf(await writePaper(feedbackSheet(source), 'pdf'))
  expect(pages.length).toBe(1)
  const text = (pages[0] ?? '').replace(/\s/g, '')
  for (const words of [
    '检查情况反馈表', '被检查单位：育才小学', '自查97.5分，检查96分', '检查人：高远、宋岚', '第5条', '9月、10月没有记录', '2027年1月17日',
    '检查人签字：高远', '手签，党建办公室', '学校书记签字：王丽', '15日内向仪征市教育局提出异议', '核验码7F3A-91C2-08DE', 'https://zicha.example/verify/7F3A-91C2-08DE',
  ]) expect(text).toContain(words)
})

test('in Word each drawn signature is a picture over its line, in the order of the hands', async () => {
  const parts = unzipSync(await writePaper(feedbackSheet(source), 'docx'))
  expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toEqual(['word/media/hand1.png', 'word/media/hand2.png'])
  const document = new TextDecoder().decode(parts['word/document.xml'])
  expect([...document.matchAll(/r:embed="(\w+)"/g)].map((one) => one[1])).toEqual(['rIdHand1', 'rIdHand2'])
  expect(document).toContain('descr="王丽的签名"')
  expect(new TextDecoder().decode(parts['[Content_Types].xml'])).toContain('Extension="png"')
})

test('a stroke is dark along its way and nowhere else, a single touch is a dot', () => {
  const png = handPng(strokes)
  const view = new DataView(png.buffer)
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([600, 200])
  const length = view.getUint32(33)
  const lines = inflateSync(png.subarray(41, 41 + length))
  const alpha = (x: number, y: number) => lines[y * 1201 + 2 + x * 2]
  expect([alpha(40, 60), alpha(110, 100), alpha(180, 140), alpha(500, 100)]).toEqual([255, 255, 255, 255])
  expect([alpha(400, 100), alpha(0, 0), alpha(599, 199), alpha(510, 100)]).toEqual([0, 0, 0, 0])
})

test('letters say who is addressed, what was decided or found, and who sends them', async () => {
  const decision = objectionDecision({
    unit: '育才小学', bureau: '仪征市教育局', year: 2026, raisedOn: '2026-12-20', decidedOn: '2026-12-28', no: 5, duty: '每月集中学习。',
    former: 4, score: 5, outcome: 'partly', reason: '9月有记录本。', decisionReason: '9月有记录，10月仍缺', verificationCode: '7F3A-91C2-08DE',
  })
  const text = (readPdf(await writePaper(decision, 'pdf')).pages[0] ?? '').replace(/\s/g, '')
  expect(text).toContain('异议部分成立，第5条检查得分由4分改为5分')
  expect(text).toContain('仪征市教育局2026年12月28日')
  const notice = rectificationNotice({
    unit: '育才小学', bureau: '仪征市教育局', year: 2026, madeOn: '2026-12-20',
    problems: [{ no: 5, problem: '没有记录。', dueOn: '2027-01-17' }, { no: null, problem: '资料没有归档', dueOn: '2027-01-17' }],
  })
  const told = (readPdf(await writePaper(notice, 'pdf')).pages[0] ?? '').replace(/\s/g, '')
  expect(told).toContain('1.第5条，没有记录。2027年1月17日前报告。2.资料没有归档。')
})

test('whatever people typed comes out as a file in both faces', async () => {
  for (const text of hostileStrings) {
    const paper = feedbackSheet({
      ...source, unit: text, bureau: text, differences: [{ no: 1, duty: text, self: 1, inspection: 0, reason: text }],
      problems: [{ no: 1, problem: text, dueOn: '2027-01-17' }], signatures: [{ label: '检查人签字：', name: text, strokes, note: text }],
    })
    for (const face of ['pdf', 'docx'] as const) expect((await writePaper(paper, face)).length).toBeGreaterThan(1000)
  }
}, 60_000)
