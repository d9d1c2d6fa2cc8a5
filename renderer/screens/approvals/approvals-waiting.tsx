import { WaitingCount } from '../../components/waiting-count.tsx'
import { useWaitingForMe } from './use-waiting-for-me.ts'

/** How many proposals wait for the caller's decision, for the navigation. */
export function ApprovalsWaiting() {
  return <WaitingCount count={useWaitingForMe()} />
}
