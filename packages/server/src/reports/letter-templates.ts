import { checkLetter, letterNames, letterPlaces, writeLetterTemplate } from '@zicha/documents'
import type { LetterKind } from '@zicha/documents'
import type { Db } from '../database/database.ts'
import { file, nothing, nothingChanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Call, Services } from '../http/route.ts'
import { readUpload } from '../http/upload.ts'
import { readStored } from '../storage/read-stored.ts'
import { auditedBy } from '../rounds/beneath.ts'
import { largestTemplate } from './letters.contract.ts'
import type { LetterTemplates } from './letters.contract.ts'
import { deleteTemplateRow, findTemplateRow, listTemplateRows, upsertTemplateRow } from './letter-templates.queries.ts'
import type { TemplateRow } from './letter-templates.queries.ts'
import { documentRefused } from './reports.problems.ts'
import { paperTypes } from './send-paper.ts'

const kinds = Object.keys(letterNames) as readonly LetterKind[]

export const listTemplates = async (db: Db, services: Pick<Services, 'storage'>, bureau: string): Promise<LetterTemplates> => {
  const rows = await listTemplateRows(db, bureau)
  const items = kinds.map(async (kind) => {
    const row = rows.find((one) => one.kind === kind)
    return {
      kind,
      name: letterNames[kind],
      own: row === undefined ? null : { name: row.file_name, putAt: row.put_at, putBy: row.put_by, unused: await unusedOf(services, kind, row) },
      places: Object.entries(letterPlaces[kind]).map(([place, within]) => ({ place, within: within === true ? [] : Object.keys(within) })),
    }
  })
  return { items: await Promise.all(items) }
}

/** Looked at again whenever it is listed: what the shipped letter says may grow. */
const unusedOf = async ({ storage }: Pick<Services, 'storage'>, kind: LetterKind, row: TemplateRow): Promise<string | null> => {
  const bytes = await readStored(storage, row.source_sha256, row.source_size)
  const findings = bytes === undefined ? [] : await checkLetter(kind, bytes)
  return findings[0]?.message ?? null
}

/** The bureau's own template, or nothing: then the shipped one is filled. */
export const findTemplate = async (db: Db, { storage }: Pick<Services, 'storage'>, bureau: string, kind: LetterKind): Promise<Uint8Array | undefined> => {
  const row = await findTemplateRow(db, bureau, kind)
  return row === undefined ? undefined : readStored(storage, row.source_sha256, row.source_size)
}

/** The file to be set in another way: one's own, or the shipped one. */
export const sendTemplate = async (db: Db, services: Pick<Services, 'storage'>, bureau: string, kind: LetterKind): Promise<Reply<never>> =>
  file({ bytes: (await findTemplate(db, services, bureau, kind)) ?? (await writeLetterTemplate(kind)), type: paperTypes.docx, name: `${letterNames[kind]}_模板.docx` })

type Putting = Call<'template.write', { readonly code: string; readonly kind: LetterKind }, unknown, unknown, unknown>
type Kept = { readonly sha256: string; readonly size: number }

/** Looked at before it is kept: one that names what the letter does not have, or no school, is refused saying so. Raises 413, 422. */
export const keepTemplate = async ({ services, upload, params }: Pick<Putting, 'services' | 'upload' | 'params'>): Promise<Kept> => {
  const bytes = await readUpload(upload, largestTemplate)
  const fault = (await checkLetter(params.kind, bytes)).find(({ level }) => level === 'error')
  if (fault !== undefined) throw documentRefused(fault)
  return services.storage.put(bytes)
}

export const putTemplate = async (call: Pick<Putting, 'db' | 'person' | 'now' | 'params' | 'upload'>, kept: Kept): Promise<Reply<never>> => {
  const { code: bureau, kind } = call.params
  const before = await findTemplateRow(call.db, bureau, kind)
  if (before?.source_sha256 === kept.sha256) return nothingChanged()
  await upsertTemplateRow(call.db, {
    bureau, kind, file_name: call.upload.name, source_sha256: kept.sha256, source_size: kept.size, put_by: call.person.username, put_at: call.now.toISOString(),
    version: (before?.version ?? 0) + 1,
  })
  return auditedBy(bureau, nothing())
}

/** Back to the shipped one. */
export const dropTemplate = async (db: Db, { code: bureau, kind }: Putting['params']): Promise<Reply<never>> =>
  (await deleteTemplateRow(db, bureau, kind)) ? auditedBy(bureau, nothing()) : nothingChanged()
