import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { useAssessment } from '../../../../../api/assessment.ts'
import type { ImportAnswer } from '../../../../../api/contract.ts'
import { useEntryKinds } from '../../../../../api/entry-kinds.ts'
import { useForm } from '../../../../../api/form.ts'
import { useImports, usePreviewImport, useUndoImport } from '../../../../../api/imports.ts'
import { placePath } from '../../../../../api/names.ts'
import { instantWords } from '../../../../../ui/day-words.ts'
import { StandingNotice } from '../../../../StandingNotice.tsx'
import { ColumnFrame } from '../../../../../ui/Frame.tsx'
import { ListDrop } from '../../../../../ui/ListDrop.tsx'
import type { ListWords } from '../../../../../ui/ListDrop.tsx'
import { ProblemSummary } from '../../../../../ui/ProblemSummary.tsx'
import { Rows } from '../../../../../ui/Row.tsx'
import { Section } from '../../../../../ui/Section.tsx'
import { Awaited, Empty } from '../../../../../ui/states.tsx'
import { TaskBar } from '../../../../../ui/TopBar.tsx'
import { usePlace } from '../../../../place.ts'
import { kindsOfForm } from '../kinds-of-form.ts'
import { handedList } from '../../../../handed-list.ts'
import { ImportPreviewList } from './ImportPreviewList.tsx'
import './import.css'

/** 导入旧记录: an old list becomes the year's records, looked at row by row before anything is kept. */
export const ImportPage = () => {
  const place = usePlace()
  const here = placePath(place)
  const assessment = useAssessment(place)
  const form = useForm(assessment.data?.form)
  const vocabulary = useEntryKinds()
  const read = usePreviewImport(place)
  const [made, setMade] = useState<ImportAnswer | null>(null)
  const handed = handedList(useLocation().state)
  const taken = useRef(false)
  const { mutate } = read
  // A list that was chosen on the page of records is read here, once.
  useEffect(() => {
    if (handed === undefined || taken.current) return
    taken.current = true
    mutate({ bytes: handed, name: handed.name })
  }, [handed, mutate])
  const reading = read.isPending ? read.variables.name : null
  const kinds = form.data === undefined || vocabulary.data === undefined ? [] : kindsOfForm(form.data, vocabulary.data.items)
  const again = () => {
    setMade(null)
    read.reset()
  }
  return (
    <ColumnFrame top={<TaskBar back={`${here}/entries`} backWord="记录" title="导入旧记录" />} notice={<StandingNotice brief />}>
      <title>导入旧记录 · 自查通</title>
      <h1 className="unseen">导入旧记录</h1>
      <Awaited query={assessment}>
        {(standing) =>
          !standing.editable ? (
            <Empty
              title="现在不能导入"
              action={
                <Link className="button" to={here}>
                  返回首页
                </Link>
              }
            >
              自查表已经提交，由局里退回后才能再记、再导入。
            </Empty>
          ) : made !== null ? (
            <Imported made={made} onAgain={again} />
          ) : read.data !== undefined && !read.isPending ? (
            <ImportPreviewList place={place} preview={read.data} kinds={kinds} onImported={setMade} onAgain={again} />
          ) : (
            <>
              <ProblemSummary problem={read.error} />
              <ListDrop words={oldList} reading={reading} onList={(bytes, name) => mutate({ bytes, name })} />
              <FormerImports />
            </>
          )
        }
      </Awaited>
    </ColumnFrame>
  )
}

const oldList: ListWords = {
  title: '选一份旧清单，Excel、Word、文字都行',
  about: '选好就读，先给你看每行算什么，还不会存。原文件不会改动。',
  choose: '选一份清单',
  example: '3.15\t支委会暨意识形态研判\t7人\n4月\t集中学习',
}

const Imported = ({ made, onAgain }: { readonly made: ImportAnswer; readonly onAgain: () => void }) => {
  const place = usePlace()
  const undo = useUndoImport(place)
  if (undo.isSuccess) {
    return (
      <div className="state" role="status">
        <h2>这次导入已经撤销</h2>
        <p>{made.entries.length}条都拿出来了，30天内可以在“已删除的”里找回。</p>
        <div className="acts">
          <button type="button" className="button" onClick={onAgain}>
            重新放一份
          </button>
        </div>
      </div>
    )
  }
  return (
    <div className="state" role="status">
      <ProblemSummary problem={undo.error} />
      <h2>
        <span className="done tick">已导入{made.entries.length}条</span>
      </h2>
      <p>{made.late === 0 ? '都已计入。' : `其中${made.late}条过去较久，标了“补录”。`}有不对的，可以整份撤销，也可以逐条改。</p>
      <div className="acts">
        <Link className="button primary" to={`${placePath(place)}/entries`}>
          看全年记录
        </Link>
        <button type="button" className="button" onClick={() => undo.mutate(made.id)}>
          撤销这次导入
        </button>
      </div>
    </div>
  )
}

const FormerImports = () => {
  const place = usePlace()
  const imports = useImports(place)
  const undo = useUndoImport(place)
  const all = imports.data ?? []
  if (all.length === 0) return null
  return (
    <Section title="导入过的" count={all.length}>
      <ProblemSummary problem={undo.error} />
      <Rows>
        {all.map((one) => (
          <li key={one.id}>
            <div className="row still">
              <span className="what">
                <span className="title">{one.fileName ?? '一份清单'}</span>
                <span className="meta">
                  {instantWords(one.at)}，{one.entries.length}条{one.undoneAt === null ? '' : '，已撤销'}
                </span>
              </span>
              {one.undoneAt === null ? (
                <button type="button" className="tap end" aria-label={`撤销导入${one.fileName ?? ''}`} onClick={() => undo.mutate(one.id)}>
                  撤销
                </button>
              ) : null}
            </div>
          </li>
        ))}
      </Rows>
    </Section>
  )
}
