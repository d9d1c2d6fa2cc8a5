import { useEffect, useState } from 'react'
import type { Events } from '../../../shared/contract.ts'
import type { KeyState } from '../../../shared/contract/keys.ts'
import { listen } from '../../calls/api.ts'
import { useCall } from '../../calls/use-call.ts'

/** Changes the key as it was approved, or goes on with a change that was interrupted, and how far it is. */
export function useRotation({ underWay, rotation }: KeyState) {
  const { run, busy, failure } = useCall('keys.rotate')
  const [progress, setProgress] = useState<Events['keys.progress'] | null>(null)
  const [done, setDone] = useState(false)
  useEffect(() => listen('keys.progress', setProgress), [])
  const start = async () => {
    setProgress(null)
    const answer = await run({ approvalId: underWay ? null : (rotation?.approvalId ?? null) })
    if (answer?.ok === true) setDone(true)
  }
  return { start: () => void start(), busy, failure, progress: busy ? progress : null, done }
}
