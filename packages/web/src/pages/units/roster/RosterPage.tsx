import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import type { RosterAnswer, RosterPreview } from '../../../api/contract.ts'
import { usePreviewRoster } from '../../../api/rosters.ts'
import { useUnits } from '../../../api/units.ts'
import { Field } from '../../../ui/Field.tsx'
import { ListDrop } from '../../../ui/ListDrop.tsx'
import type { ListWords } from '../../../ui/ListDrop.tsx'
import { ProblemSummary } from '../../../ui/ProblemSummary.tsx'
import { Awaited } from '../../../ui/states.tsx'
import { handedList } from '../../handed-list.ts'
import { OfficeFrame } from '../../OfficeFrame.tsx'
import { useSignedIn } from '../../SignedIn.tsx'
import { IssueLinks } from './IssueLinks.tsx'
import { officesOf } from './roster-words.ts'
import { RosterPreviewList } from './RosterPreviewList.tsx'
import './roster.css'

const words: ListWords = {
  title: '选一份学校名单，Excel、Word、文字都行',
  about: '选好就读，先给你看每所学校怎样，还不会存。第一行要有各列的名字。',
  choose: '选一份名单',
  example: '单位名称\t学段\t书记姓名\t党务干部\n滨江小学\t小学\t何平\t柳青',
}

/** 导入学校名单: schools and their people from a list as the office has it, looked at before anything is kept. */
export const RosterPage = () => {
  const { user } = useSignedIn()
  const units = useUnits()
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <OfficeFrame title="导入学校名单">
      <div className="head">
        <div>
          <h1>导入学校名单</h1>
          <p>一次把学校、书记和党务干部都建好，再发链接单。</p>
        </div>
      </div>
      <Awaited query={units}>
        {(all) => {
          const offices = officesOf(all)
          const office = user.role === 'admin' ? (chosen ?? offices.find(({ kind }) => kind === 'bureau')?.code ?? '') : user.unit
          return (
            <>
              {user.role === 'admin' && offices.length > 1 ? (
                <Field label="导入到哪个单位下面" id="roster-office">
                  {(ties) => (
                    <select {...ties} className="input" value={office} onChange={(event) => setChosen(event.target.value)}>
                      {offices.map(({ code, name }) => (
                        <option key={code} value={code}>
                          {name}
                        </option>
                      ))}
                    </select>
                  )}
                </Field>
              ) : null}
              <Import key={office} office={office} officeName={offices.find(({ code }) => code === office)?.name ?? ''} />
            </>
          )
        }}
      </Awaited>
    </OfficeFrame>
  )
}

type Source = { readonly bytes: Blob; readonly name: string }

const Import = ({ office, officeName }: { readonly office: string; readonly officeName: string }) => {
  const read = usePreviewRoster(office)
  const [shown, setShown] = useState<(Source & { readonly preview: RosterPreview }) | null>(null)
  const [taken, setTaken] = useState<RosterAnswer | null>(null)
  const handed = handedList(useLocation().state)
  const begun = useRef(false)
  const { mutate } = read
  const look = useCallback(
    (source: Source, columns?: readonly string[]) =>
      mutate({ ...source, ...(columns === undefined ? {} : { columns }) }, { onSuccess: (preview) => setShown({ ...source, preview }) }),
    [mutate],
  )
  // A list that was chosen on the page of units is read here, once.
  useEffect(() => {
    if (handed === undefined || begun.current) return
    begun.current = true
    look({ bytes: handed, name: handed.name })
  }, [handed, look])
  if (taken !== null) return <IssueLinks office={office} officeName={officeName} waiting={taken.waiting} title={takenWords(taken)} />
  if (shown !== null) {
    const { bytes, name, preview } = shown
    return (
      <>
        <ProblemSummary problem={read.error} />
        <RosterPreviewList
          office={office}
          preview={preview}
          onColumns={(columns) => look({ bytes, name }, columns)}
          onTaken={setTaken}
          onAgain={() => setShown(null)}
        />
      </>
    )
  }
  return (
    <>
      <ProblemSummary problem={read.error} />
      <ListDrop words={words} reading={read.isPending ? read.variables.name : null} onList={(bytes, name) => look({ bytes, name })} />
    </>
  )
}

const takenWords = ({ made, changed, same, newPeople, newFormer }: RosterAnswer): string => {
  const parts = [
    ...(made === 0 ? [] : [`新建${made}所学校`]),
    ...(changed === 0 ? [] : [`改了${changed}所`]),
    ...(made === 0 && changed === 0 && newPeople === 0 && newFormer === 0 ? [`${same === 0 ? '' : `${same}所`}都和原来一样，没有改动`] : []),
    ...(newPeople === 0 ? [] : [`加了${newPeople}人`]),
    ...(newFormer === 0 ? [] : [`记下${newFormer}人曾任职的学校`]),
  ]
  return `已导入：${parts.join('，')}`
}
