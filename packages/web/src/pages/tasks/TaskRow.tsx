import { useState } from 'react'
import { Link } from 'react-router'
import { placePath } from '../../api/names.ts'
import type { TakenSchools } from '../../taken/use-taken.ts'
import { Question } from '../../ui/Drawer.tsx'
import { taskAddress, takenWords, taskVerb, taskWords } from './task-words.ts'
import type { Task } from './task-words.ts'

/** One school: the whole line opens it; under it, whether this device has it. */
export const TaskRow = ({ task, username, taken }: { readonly task: Task; readonly username: string; readonly taken: TakenSchools }) => {
  const { place, assessment } = task
  const [asking, setAsking] = useState(false)
  const name = assessment?.unit.name ?? place.unit
  const taking = taken.taking?.here === placePath(place) ? taken.taking : null
  const state = taking === null ? takenWords(task) : taking.of === 0 ? '正在下载' : `正在下载，照片${taking.done}张，共${taking.of}张`
  return (
    <li>
      <Link className="row" to={taskAddress(task)}>
        <span className="what">
          <span className="title">{name}</span>
          <span className="meta">{taskWords(task, username)}</span>
        </span>
        <span className="verb">{assessment === undefined ? '' : taskVerb(assessment)}</span>
      </Link>
      {state === '' ? null : (
        <div className="taken">
          <span className="small" role="status">
            {state}
          </span>
          {task.taken === undefined || taking !== null ? null : (
            <button type="button" className="tap end" aria-label={`从本机去掉${name}`} onClick={() => setAsking(true)}>
              从本机去掉
            </button>
          )}
        </div>
      )}
      {asking ? (
        <Question
          question={`从本机去掉${name}？`}
          meaning="打的分和照片不动，没传的照样会传。没有网络时就看不到这所学校了。"
          act="去掉"
          keep="留着"
          onAct={() => void taken.drop(place)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </li>
  )
}
