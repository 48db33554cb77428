import { Link } from 'react-router'
import { roundPath } from '../../../api/rounds.ts'
import { dayWords } from '../../../ui/day-words.ts'
import { Question } from '../../../ui/Drawer.tsx'
import type { Running } from './round-draft.ts'

/** Asked before schools get the same table of the same year a second time. */
export const AskSecondRound = (props: { readonly running: readonly Running[]; readonly onOpen: () => void; readonly onClose: () => void }) => (
  <Question
    question="这些学校已经在填这一年的这张表，还要再开一轮吗？"
    meaning={
      <>
        {props.running.map(({ round, shared }) => (
          <span key={round.id} className="running">
            <Link to={roundPath(round.id)}>{round.title}</Link>，{dayWords(round.opensOn)}到{dayWords(round.dueOn)}：这次选的学校有{shared}所已经在里面。
          </span>
        ))}
        再开一轮，两轮里都有的学校要从头再填一份。
      </>
    }
    act="再开一轮"
    keep="不开了"
    onAct={props.onOpen}
    onClose={props.onClose}
  />
)
