import { useMemo } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { ItemLossesAnswer } from '../../../../../api/contract.ts'
import { useItemLosses } from '../../../../../api/losses.ts'
import { roundPath } from '../../../../../api/rounds.ts'
import { pointsText } from '../../../../../ui/Mark.tsx'
import { CopiedText } from '../../../../../ui/Said.tsx'
import { Section } from '../../../../../ui/Section.tsx'
import { Awaited } from '../../../../../ui/states.tsx'
import { useCopied } from '../../../../../ui/use-copied.ts'
import { OfficeFrame } from '../../../../OfficeFrame.tsx'
import { ColumnChips } from '../ColumnChips.tsx'
import { countSentence, groupUnits, lostText, openNames, readColumn } from '../loss-words.ts'
import type { LossColumn, LossUnit } from '../loss-words.ts'
import { itemAddress } from '../LossTable.tsx'
import { LosersTable, NamedUnits } from './LosersTable.tsx'
import '../losses.css'

/** One item: the schools that lost there, by unit code, each with the way to its sheet. */
export const ItemLossesPage = () => {
  const { round = '', no = '' } = useParams()
  const losses = useItemLosses(round, no)
  const [copied, copy, forget] = useCopied()
  return (
    <OfficeFrame
      title={`第${no}条失分`}
      round={round}
      said={
        <CopiedText copied={copied} onClose={forget}>
          到微信或文件里粘贴就行。
        </CopiedText>
      }
    >
      <Awaited query={losses}>{(answer) => <Item key={answer.item.no} answer={answer} round={round} onCopy={(text) => void copy(text)} />}</Awaited>
    </OfficeFrame>
  )
}

type ItemProps = { readonly answer: ItemLossesAnswer; readonly round: string; readonly onCopy: (text: string) => void }

const Item = ({ answer, round, onCopy }: ItemProps) => {
  const [params, setParams] = useSearchParams()
  const column = readColumn(params)
  const { item, units, before, after } = answer
  const { lost, open, notApplicable } = useMemo(() => groupUnits(units, column), [units, column])
  return (
    <>
      <div className="head">
        <div>
          <h1>
            第{item.no}条　{item.name}
          </h1>
          <p>
            {answer.year}年度，第{item.section}项{item.sectionName}，满分{pointsText(item.max)}分
          </p>
        </div>
        <div className="acts">
          {before === null ? null : (
            <Link className="button" to={itemAddress(round, before, column)}>
              第{before}条
            </Link>
          )}
          {after === null ? null : (
            <Link className="button" to={itemAddress(round, after, column)}>
              第{after}条
            </Link>
          )}
          <Link className="button" to={`${roundPath(round)}/losses${column === 'self' ? '' : `?by=${column}`}`}>
            各条失分
          </Link>
          <button type="button" className="button wide-only" onClick={() => print()}>
            打印
          </button>
        </div>
      </div>
      <details className="loss-clause">
        <summary>细则原文</summary>
        <p className="official">{item.duty}</p>
        <p className="official">{item.clause}</p>
      </details>
      <div className="filters">
        <ColumnChips column={column} onChoose={(chosen) => setParams(chosen === 'self' ? {} : { by: chosen }, { replace: true, preventScrollReset: true })} />
      </div>
      <Section
        title="失分的学校"
        count={`${lost.length}所`}
        say={countSentence(item[column], column)}
        aside={
          lost.length === 0 ? undefined : (
            <button type="button" className="tap unprinted" onClick={() => onCopy(lostText(item, lost, column))}>
              复制名单
            </button>
          )
        }
      >
        {lost.length === 0 ? null : <LosersTable units={lost} round={round} no={item.no} column={column} />}
      </Section>
      {open.length === 0 ? null : (
        <Section title={openNames[column]} count={`${open.length}所`} say={sayOpen[column]}>
          <NamedUnits units={open} round={round} no={item.no} wordsOf={(unit) => openWords(unit, column)} />
        </Section>
      )}
      {notApplicable.length === 0 ? null : (
        <Section title="不适用" count={`${notApplicable.length}所`} say="这一条不考核这些学校，按满分算。">
          <NamedUnits units={notApplicable} round={round} no={item.no} wordsOf={() => ''} />
        </Section>
      )}
      <p className="field note">按单位代码排，不排名次。</p>
    </>
  )
}

const sayOpen: Readonly<Record<LossColumn, string>> = {
  self: '没有答就提交的，不是失分。',
  inspection: '检查人还没有打分，或两人不同还没有商定。',
}

/** Which part of the item is open, where only a part is. */
const openWords = (unit: LossUnit, column: LossColumn): string => (unit[column].open > 0 ? `${pointsText(unit[column].open)}分未答` : '')
