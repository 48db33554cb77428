import { drawMethod } from '@zicha/core'
import { writePaper } from '@zicha/documents'
import type { DocumentFace, Paper } from '@zicha/documents'
import type { Database } from '../database/database.ts'
import { readConsistently } from '../database/transaction.ts'
import { notFound } from '../http/problem.ts'
import { file } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { findUnitRow } from '../organizations/units.queries.ts'
import type { DrawAnswer } from '../rounds/draws.contract.ts'
import { getDraw } from '../rounds/make-draw.ts'
import { findRound } from '../rounds/rounds.queries.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import { paperTypes } from './send-paper.ts'

/** 抽签记录: how it was drawn, what came out with every unit's number, and room for those who were present to sign. */
export const sendDrawRecord = async (database: Database, id: string, uuid: string, format: DocumentFace): Promise<Reply<never>> => {
  const { draw, round, bureau } = await readConsistently(database, async (db) => {
    const found = await findRound(db, id)
    if (found === undefined) throw notFound()
    return { draw: await getDraw(db, id, uuid), round: found, bureau: (await findUnitRow(db, found.bureau))?.name ?? found.bureau }
  })
  const paper = drawRecord(draw, { year: round.year, bureau })
  return file({ bytes: await writePaper(paper, format), type: paperTypes[format], name: `${bureau}_抽签记录_${round.year}_${draw.no}.${format}` })
}

const strataNames = { none: '不分层', stage: '按学段分层', ownership: '按公办、民办分层' } as const

const clock = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16)

const drawRecord = (draw: DrawAnswer, of: { readonly year: number; readonly bureau: string }): Paper => {
  const strata = [...new Set(draw.units.map((unit) => unit.stratum))]
  const groupsOf = (units: DrawAnswer['units'], row: (unit: DrawAnswer['units'][number], index: number) => readonly string[]) =>
    strata
      .map((stratum) => ({ stratum, units: units.filter((unit) => unit.stratum === stratum) }))
      .filter((one) => one.units.length > 0)
      .map((one) => ({ title: `${one.stratum === '' ? '全部单位' : one.stratum}（${one.units.length}个）`, rows: one.units.map(row) }))
  return {
    title: `${of.year}年度检查抽签记录`,
    unit: of.bureau,
    madeOn: dayFromInstant(draw.madeAt),
    about: `第${draw.no}次抽签，${clock(draw.madeAt)}，${draw.madeBy}操作。共${draw.units.length}个单位，抽${draw.count}个，${strataNames[draw.strata]}。`,
    lists: [
      {
        heading: '一、种子和算法',
        columns: [
          { head: '项目', width: 26, align: 'center' },
          { head: '内容', width: 130, align: 'left' },
        ],
        groups: [
          {
            title: '任何人按下面三条都能得到同样的结果',
            rows: [
              ['种子', draw.seed],
              ...drawMethod.map((line, index) => [`第${index + 1}条`, line]),
              ['自己验算', `命令行：printf '%s\\n%s' '${draw.seed}' 单位代码 | sha256sum；或 zicha draw --seed '${draw.seed}' --count ${draw.count} 名单.txt，名单一行一个：代码${draw.strata === 'none' ? '' : ' 层名'}`],
            ],
          },
        ],
        empty: '',
      },
      {
        heading: `二、抽中的单位（${draw.count}个）`,
        columns: [
          { head: '序号', width: 14, align: 'center' },
          { head: '单位', width: 84, align: 'left' },
          { head: '代码', width: 58, align: 'left' },
        ],
        groups: groupsOf(draw.units.filter((unit) => unit.drawn), (unit, index) => [String(index + 1), unit.name, unit.code]),
        empty: '',
      },
      {
        heading: '三、在场人员签字',
        columns: [
          { head: '身份', width: 50, align: 'center' },
          { head: '签字', width: 66, align: 'center' },
          { head: '日期', width: 40, align: 'center' },
        ],
        groups: [{ title: '请在场的人手写签字', rows: ['主持人', '抽签人', '监督人', '记录人'].map((role) => [`${role}\n（岗位：　　　　　　　）`, '', '']) }],
        empty: '',
      },
      {
        heading: '附：全部单位的数',
        columns: [
          { head: '位次', width: 14, align: 'center' },
          { head: '单位', width: 52, align: 'left' },
          { head: '代码', width: 36, align: 'left' },
          { head: 'SHA-256前16位', width: 38, align: 'left' },
          { head: '结果', width: 16, align: 'center' },
        ],
        groups: groupsOf(draw.units, (unit) => [String(unit.place), unit.name, unit.code, unit.digest.slice(0, 16), unit.drawn ? '抽中' : '']),
        empty: '',
      },
    ],
  }
}
