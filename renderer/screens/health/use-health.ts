import { useMay } from '../../calls/use-may.ts'
import { useQueryCall } from '../../calls/use-call.ts'

/** How the bank's machines stand, asked again after so many milliseconds; nobody else's business. */
export function useHealth(every: number) {
  const may = useMay('health.read')
  return useQueryCall('health.read', {}, { enabled: may, every, keep: true })
}
