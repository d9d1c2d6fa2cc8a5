import { useSession } from '../../calls/use-session.ts'
import { useCountedTill } from '../tills/use-counted-till.ts'
import { movesCash, type SlipKind } from './slip-kinds.ts'

/** What prevents any posting of a kind, whatever is typed. */
export type Obstacle = 'offline' | 'dayClosed' | 'noTill' | 'tillCounted'

export function useObstacle(kind: SlipKind): Obstacle | null {
  const { branch, till, serverConnected } = useSession()
  const counted = useCountedTill()
  if (!serverConnected) return 'offline'
  if (branch?.dayOpen !== true) return 'dayClosed'
  if (!movesCash(kind) || till !== null) return null
  return counted === null ? 'noTill' : 'tillCounted'
}
