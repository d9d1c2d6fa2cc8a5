import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { WaitingCount } from '../../components/waiting-count.tsx'
import { LOOK_AGAIN_MS } from './use-alerts.ts'

/** How many alerts wait, for the navigation of whoever decides them. */
export function AlertsWaiting() {
  const { answer } = useQueryCall('watch.listAlerts', { open: true }, { every: LOOK_AGAIN_MS, keep: true })
  return <WaitingCount count={mapAnswer(answer, ({ alerts }) => alerts.length)} />
}
