import { mapAnswer } from '../../calls/answer.ts'
import { useMay } from '../../calls/use-may.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { WaitingCount } from '../../components/waiting-count.tsx'
import { LOOK_AGAIN_MS } from './use-cases.ts'

/** How many matches wait, for the navigation. */
export function ScreeningWaiting() {
  const enabled = useMay('screening.cases')
  const { answer } = useQueryCall('screening.cases', { status: 'OPEN' }, { enabled, every: LOOK_AGAIN_MS })
  return <WaitingCount count={mapAnswer(answer, ({ open }) => open)} />
}
