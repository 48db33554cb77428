import { writeLetter } from '@zicha/documents'
import type { Db } from '../database/database.ts'
import { getEdition } from '../forms/find-edition.ts'
import { notFound } from '../http/problem.ts'
import { file } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { findUnitRow } from '../organizations/units.queries.ts'
import { noticeLetter } from './notice-letter.ts'
import { findRound, listRoundUnits, listUnitsByCode } from './rounds.queries.ts'

/** 通知 of a round as a Word draft. */
export const sendNotice = async (db: Db, id: string, origin: string): Promise<Reply<never>> => {
  const round = await findRound(db, id)
  if (round === undefined) throw notFound()
  const bureau = await findUnitRow(db, round.bureau)
  const codes = await listRoundUnits(db, round.bureau, id)
  const named = new Map((await listUnitsByCode(db, codes)).map(({ code, name }) => [code, name]))
  const { form } = await getEdition(db, round.form)
  const letter = noticeLetter({
    formTitle: form.title,
    year: round.year,
    opensOn: round.opens_on,
    dueOn: round.due_on,
    listNumber: round.list_number,
    from: bureau?.name ?? '',
    address: origin,
    schools: codes.map((code) => ({ name: named.get(code) ?? code })),
  })
  return file({
    bytes: await writeLetter(letter),
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name: `${round.year}年度自查通知（草稿）.docx`,
  })
}
