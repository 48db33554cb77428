import { useState } from 'react'
import { usePeople } from '../../api/people.ts'
import type { Handover } from '../../api/contract.ts'
import { ChoiceChips } from '../../ui/Chips.tsx'
import { dayWords } from '../../ui/day-words.ts'
import { FieldGroup } from '../../ui/Field.tsx'
import { ColumnFrame } from '../../ui/Frame.tsx'
import { Awaited } from '../../ui/states.tsx'
import { TaskBar } from '../../ui/TopBar.tsx'
import '../../ui/office.css'
import { roleNames } from '../role-names.ts'
import { useSignedIn } from '../SignedIn.tsx'
import { StandingNotice } from '../StandingNotice.tsx'
import { LinkDrawer } from '../units/LinkDrawer.tsx'
import { HandoverForm } from './HandoverForm.tsx'

/** 交接: the secretary hands over the own post or the clerk's; nothing moves, no password is shared. */
export const HandoverPage = () => {
  const { user } = useSignedIn()
  const people = usePeople()
  const [chosen, setChosen] = useState(user.username)
  const [done, setDone] = useState<Handover | null>(null)
  const [shown, setShown] = useState(false)
  return (
    <ColumnFrame top={<TaskBar back="/me" backWord="我" title="交接" />} notice={<StandingNotice brief />}>
      <title>交接 · 自查通</title>
      <h1 className="unseen">交接</h1>
      {done === null ? (
        <Awaited query={people}>
          {(all) => {
            const posts = all.filter(
              (one) => one.unit === user.unit && one.active && (one.role === 'clerk' || one.role === 'secretary'),
            )
            const former = posts.find((one) => one.username === chosen)
            return (
              <>
                <p className="field">记录、分数、材料都归学校，换人不用搬，一条不会少。</p>
                <FieldGroup label="谁的岗位要交接">
                  <ChoiceChips
                    name="post"
                    even={false}
                    choices={posts.map((one) => ({ value: one.username, label: `${one.name}，${roleNames[one.role]}` }))}
                    value={chosen}
                    onChoose={setChosen}
                  />
                </FieldGroup>
                {former === undefined ? null : (
                  <HandoverForm
                    key={former.username}
                    former={former}
                    onDone={(answer) => {
                      setDone(answer)
                      setShown(true)
                    }}
                  />
                )}
              </>
            )
          }}
        </Awaited>
      ) : (
        <div className="state" role="status">
          <h2>
            <span className="done tick">已交接给{done.successor.name}</span>
          </h2>
          <p>
            {done.former.name}的账号用到{dayWords(done.former.endsOn)}。把一次性链接发给{done.successor.name}，自己设密码就能用。
          </p>
          <div className="acts">
            <button type="button" className="button" onClick={() => setShown(true)}>
              看链接
            </button>
          </div>
        </div>
      )}
      {done === null || !shown ? null : (
        <LinkDrawer
          link={{ name: done.successor.name, username: done.successor.username, isNew: true, url: done.url, expiresAt: done.expiresAt }}
          onClose={() => setShown(false)}
        />
      )}
    </ColumnFrame>
  )
}
