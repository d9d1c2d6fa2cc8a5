import { mapAnswer } from '../../calls/answer.ts'
import { WaitingCount } from '../../components/waiting-count.tsx'
import { useBackups } from './use-backups.ts'
import { thingsToDo } from './warnings-of.ts'

/** How many things about the backups an administrator should see to. */
export function BackupsWaiting() {
  const { answer } = useBackups()
  return <WaitingCount count={mapAnswer(answer, thingsToDo)} />
}
