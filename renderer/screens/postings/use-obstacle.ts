import { useSession } from '../../calls/use-session.ts'
import { movesCash, type SlipKind } from './slip-kinds.ts'

/** What prevents any posting of a kind, whatever is typed. */
export type Obstacle = 'offline' | 'dayClosed' | 'noTill'

export function useObstacle(kind: SlipKind): Obstacle | null {
  const { branch, till, serverConnected } = useSession()
  if (!serverConnected) return 'offline'
  if (branch?.dayOpen !== true) return 'dayClosed'
  return movesCash(kind) && till === null ? 'noTill' : null
}
