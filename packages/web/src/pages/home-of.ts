import type { CurrentSession } from '../api/contract.ts'
import { placePath } from '../api/names.ts'
import { today } from '../ui/day-words.ts'
import { homeRound } from './home-round.ts'

/** Where a person begins. */
export const homeOf = (session: CurrentSession): string => {
  const round = session.rounds[0]
  switch (session.user.role) {
    case 'clerk':
    case 'secretary': {
      const own = homeRound(session.rounds, today())
      return own === undefined ? '/me' : placePath({ round: own.id, unit: session.user.unit })
    }
    case 'inspector':
      return '/tasks'
    case 'city':
      return '/overview'
    case 'bureau':
      return round === undefined ? '/rounds' : `/rounds/${encodeURIComponent(round.id)}`
    case 'admin':
      return '/units'
  }
}
