import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { WaitingCount } from '../../components/waiting-count.tsx'

/** Others upload all the time, so the queue is asked for again this often, in milliseconds. */
export const QUEUE_EVERY = 10_000

/** How many documents wait for a decision, for the navigation. */
export function DocumentsWaiting() {
  const { answer } = useQueryCall('documents.listQueue', {}, { every: QUEUE_EVERY })
  return <WaitingCount count={mapAnswer(answer, ({ documents }) => documents.length)} />
}
