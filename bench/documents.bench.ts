/** The filled table as PDF against headless Chromium printing the same words, and a county's tables in one zip. */
import type { FilledForm, Form } from '@zicha/core'
import { scoreForm, toDecimal } from '@zicha/core'
import { writeDocument, writeZip, type DocumentFace } from '@zicha/documents'
import { chromium } from 'playwright-core'
import { compareTimes, milliseconds, type Bench, type Measure } from './measure.ts'
import { loadForm, schoolsOf, templateOf } from './schools.ts'
import { tableAsHtml } from './table-as-html.ts'

const id = 'yangzhou-2022'
const schools = 80

const filledForms = (form: Form): readonly FilledForm[] =>
  schoolsOf(form, schools).map((school, index) => {
    const { items } = scoreForm(form, school)
    const scores = Object.fromEntries(items.map(({ no, score }) => [no, toDecimal(score)]))
    return { form, unit: `第${index + 1}实验小学`, date: '2022-12-20', selfScores: scores, inspectionScores: scores, remarks: { 5: '缺4月、9月' } }
  })

const write = async (filled: FilledForm, face: DocumentFace, template?: Uint8Array): Promise<Uint8Array> => {
  const written = await writeDocument(filled, face, template)
  if (!('bytes' in written)) throw new Error(written.message)
  return written.bytes
}

const againstBrowser = async (filled: FilledForm): Promise<readonly Measure[]> => {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  const browser = await chromium.launch({ executablePath, args: flags })
  try {
    const page = await browser.newPage()
    const html = tableAsHtml(filled)
    const [ours = 0, theirs = 1] = await compareTimes([
      () => write(filled, 'pdf'),
      async () => {
        await page.setContent(html)
        await page.pdf({ preferCSSPageSize: true })
      },
    ])
    return [
      {
        what: 'filled table as PDF',
        against: 'headless Chromium, running already',
        ours: milliseconds(ours),
        theirs: milliseconds(theirs),
        ratio: theirs / ours,
        line: 'at least 5',
        holds: theirs / ours >= 5,
      },
    ]
  } finally {
    await browser.close()
  }
}

const county = async (form: Form): Promise<readonly Measure[]> => {
  const template = templateOf(id)
  const all = filledForms(form)
  let size = 0
  const zip = async (): Promise<void> => {
    const files = []
    for (const filled of all) files.push({ name: `${filled.unit}.docx`, bytes: await write(filled, 'docx', template) })
    size = writeZip(files).length
  }
  const [time = 0] = await compareTimes([zip], 3)
  return [
    {
      what: `${schools} filled Word tables in one zip`,
      against: `limit 15 s; ${(size / 1_048_576).toFixed(1)} MB`,
      ours: milliseconds(time),
      theirs: '',
      line: 'at most 15 s',
      holds: time <= 15_000,
    },
  ]
}

export const bench: Bench = {
  name: 'documents',
  run: async () => {
    const form = loadForm(id)
    const [first] = filledForms(form)
    if (first === undefined) throw new Error('there is no school to print')
    return [...(await againstBrowser(first)), ...(await county(form))]
  },
}
