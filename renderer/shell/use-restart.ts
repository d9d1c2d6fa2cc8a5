import { useCall } from '../calls/use-call.ts'
import { useLeave } from '../app/use-leave.ts'

/** Starts the application anew, and never over a slip that is begun: what is typed has to be finished or emptied first. */
export function useRestart() {
  const { byKey } = useLeave()
  const call = useCall('database.restart')
  return { restart: () => byKey(() => void call.run({})), busy: call.busy }
}
