import { useMay } from '../../calls/use-may.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'

/** The name of the caller's till while it is counted and waits for a second person; null without one. */
export function useCountedTill(): string | null {
  const { till } = useSession()
  const mayHold = useMay('tills.open')
  const { answer } = useQueryCall('tills.list', {}, { enabled: mayHold && till === null })
  if (till !== null || answer.state !== 'known') return null
  return answer.value.tills.find(({ mine, counted }) => mine && counted)?.name ?? null
}
