import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Place } from '../../../../api/names.ts'
import { useOwners, useSetOwner } from '../../../../api/owners.ts'
import { problemSentence } from '../../../../api/problem.ts'

const usual = ['党支部', '德育处', '团委', '财务']

/** 责任部门 of an item: a department, never a person. Two taps: open, choose. */
export const ItemOwner = ({ place, item, writes }: { readonly place: Place; readonly item: number; readonly writes: boolean }) => {
  const owners = useOwners(place)
  const set = useSetOwner(place)
  const [open, setOpen] = useState(false)
  const [other, setOther] = useState('')
  const owner = owners.data?.owners[String(item)]?.owner
  const choose = (department: string) => set.mutate({ item, owner: department }, { onSuccess: () => setOpen(false) })
  if (owners.data === undefined || (owner === undefined && !writes)) return null
  return (
    <div className="owner">
      <p className="small">
        责任部门：{owner === undefined ? <span className="grey">没有定</span> : <b>{owner}</b>}
        {writes ? (
          <button type="button" className="tap" aria-expanded={open} aria-label={`${owner === undefined ? '定一个' : '换'}第${item}条的责任部门`} onClick={() => setOpen(!open)}>
            {owner === undefined ? '定一个' : '换'}
          </button>
        ) : null}
      </p>
      {set.error === null ? null : (
        <p className="miss small" role="alert">
          {problemSentence(set.error)}
        </p>
      )}
      {open ? (
        <>
          <div className="chips">
            {usual
              .filter((one) => one !== owner)
              .map((one) => (
                <button key={one} type="button" className="chip" onClick={() => choose(one)}>
                  {one}
                </button>
              ))}
            {owner === undefined ? null : (
              <button type="button" className="chip more" onClick={() => choose('')}>
                不定了
              </button>
            )}
          </div>
          <form
            className="owner-other"
            onSubmit={(event: FormEvent) => {
              event.preventDefault()
              if (other.trim() !== '') choose(other.trim())
            }}
          >
            <input
              className="input"
              aria-label="别的部门"
              placeholder="别的部门，不写姓名"
              maxLength={20}
              value={other}
              onChange={(event) => setOther(event.target.value)}
            />
            <button type="submit" className="button">
              定下
            </button>
          </form>
        </>
      ) : null}
    </div>
  )
}
