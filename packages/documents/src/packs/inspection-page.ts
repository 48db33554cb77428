import { formatPoints, sayFullDay, toPoints } from '@zicha/core'
import { escaped, linkTo, pageOf } from './page-of.ts'

/** What stands in the packet for a photo or a paper: its file, where the original lies, or why there is no file. */
export type PackedProof =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'reference'; readonly reference: string; readonly place?: string }
  | { readonly kind: 'ended'; readonly name: string; readonly removedOn: string }
  /** Named, and never sent. */
  | { readonly kind: 'unsent' }

/** What an inspection made of one school's year and what came of it. Days `YYYY-MM-DD`, marks as decimals. */
export type InspectionPageSource = {
  readonly unit: string
  readonly year: number
  readonly madeOn: string
  /** Path of 检查情况反馈表; null while there is nothing to sign. */
  readonly feedback: string | null
  readonly seals: readonly { readonly stage: string; readonly on: string; readonly path: string }[]
  readonly photos: readonly { readonly no: number; readonly duty: string; readonly by: string; readonly on: string; readonly proof: PackedProof }[]
  readonly objections: readonly {
    readonly no: number
    readonly duty: string
    readonly score: number
    readonly by: string
    readonly on: string
    readonly reason: string
    readonly evidence: readonly PackedProof[]
    readonly decision: { readonly words: string; readonly reason: string; readonly by: string; readonly on: string; readonly document: string } | null
  }[]
  readonly rectifications: readonly {
    readonly no: number | null
    readonly problem: string
    readonly dueOn: string
    readonly standing: string
    readonly steps: readonly {
      readonly on: string
      readonly by: string
      readonly words: string
      readonly text: string
      readonly before: readonly PackedProof[]
      readonly after: readonly PackedProof[]
    }[]
  }[]
}

/** Empty where an inspection left nothing that could be packed. */
export const hasInspection = ({ feedback, photos, objections, rectifications }: InspectionPageSource): boolean =>
  feedback !== null || photos.length > 0 || objections.length > 0 || rectifications.length > 0

/** 检查和整改: signatures and photographs, objections with their decisions, problems with what was done, as a page beside its files. `packed`: the paths that really came into the packet. */
export const inspectionPage = (source: InspectionPageSource, packed: ReadonlySet<string>): string => {
  const sayProof = (proof: PackedProof): string => proofOf(proof, packed)
  return pageOf(
    `${source.unit} ${source.year}年度检查和整改`,
    `${source.madeOn}做出。照片和文件在同一文件夹里，点名称打开。`,
    [signedPart(source), photosPart(source, sayProof), objectionsPart(source, sayProof), rectificationsPart(source, sayProof)].join('\n'),
  )
}

type SayProof = (proof: PackedProof) => string

const signedPart = ({ feedback, seals }: InspectionPageSource): string =>
  part('签字', feedback === null ? '' : `<p>${linkTo(feedback, nameOf(feedback))}，谁签了字看这一份。</p>${seals.map(sealLine).join('')}<p class="grey">封存的文件以核验码为名，核验码就是这个文件SHA-256的前12位。</p>`, '检查还没有做完，没有签字。')

const sealLine = ({ stage, on, path }: InspectionPageSource['seals'][number]): string =>
  `<p>${sayFullDay(on)}封存（${escaped(stage)}）：${linkTo(path, nameOf(path))}</p>`

const photosPart = ({ photos }: InspectionPageSource, sayProof: SayProof): string => {
  const rows = photos.map(
    ({ no, duty, by, on, proof }) => `<tr><td>第${no}条</td><td>${escaped(duty)}</td><td>${escaped(by)}，${sayFullDay(on)}</td><td>${sayProof(proof)}</td></tr>`,
  )
  const table = `<table><thead><tr><th>条目</th><th>具体责任</th><th>谁在哪天拍的</th><th>照片</th></tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`
  return part('现场拍的原件照片', rows.length === 0 ? '' : table, '没有现场照片。')
}

const objectionsPart = ({ objections }: InspectionPageSource, sayProof: SayProof): string =>
  part(
    '异议和决定',
    objections
      .map(({ no, duty, score, by, on, reason, evidence, decision }) =>
        [
          `<h3>第${no}条　${escaped(duty)}</h3>`,
          `<p>${sayFullDay(on)}${escaped(by)}对检查得分${said(score)}分提出：${escaped(reason)}</p>`,
          proofsLine('依据', evidence, sayProof),
          decision === null
            ? '<p>局里在办，还没有决定。</p>'
            : `<p>${sayFullDay(decision.on)}${escaped(decision.by)}决定：${escaped(decision.words)}。${escaped(decision.reason)}</p><p>${linkTo(decision.document, nameOf(decision.document))}</p>`,
        ].join(''),
      )
      .join('\n'),
    '没有提出异议。',
  )

const rectificationsPart = ({ rectifications }: InspectionPageSource, sayProof: SayProof): string =>
  part(
    '整改',
    rectifications
      .map(({ no, problem, dueOn, standing, steps }, index) =>
        [
          `<h3>${index + 1}　${no === null ? '' : `第${no}条　`}${escaped(problem)}</h3>`,
          `<p class="grey">${sayFullDay(dueOn)}前报告，现在${escaped(standing)}。</p>`,
          ...steps.map(
            (step) =>
              `<p>${sayFullDay(step.on)}${escaped(step.by)}${escaped(step.words)}${step.text === '' ? '。' : `：${escaped(step.text)}`}</p>${proofsLine('整改前', step.before, sayProof)}${proofsLine('整改后', step.after, sayProof)}`,
          ),
        ].join(''),
      )
      .join('\n'),
    '没有要整改的问题。',
  )

const part = (heading: string, body: string, without: string): string => `<h2>${heading}</h2>\n${body === '' ? `<p class="grey">${without}</p>` : body}`

const proofsLine = (label: string, proofs: readonly PackedProof[], sayProof: SayProof): string =>
  proofs.length === 0 ? '' : `<p>${label}：${proofs.map(sayProof).join('；')}</p>`

const proofOf = (proof: PackedProof, packed: ReadonlySet<string>): string => {
  switch (proof.kind) {
    case 'file':
      return packed.has(proof.path) ? linkTo(proof.path, nameOf(proof.path)) : `${escaped(nameOf(proof.path))}（文件不在了，包里没有）`
    case 'reference':
      return escaped(proof.place === undefined ? proof.reference : `${proof.reference}（${proof.place}）`)
    case 'ended':
      return `${escaped(proof.name)}（保存期限已到，${sayFullDay(proof.removedOn)}删除）`
    case 'unsent':
      return '电子件还没传到'
  }
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const said = (score: number): string => formatPoints(toPoints(score))
