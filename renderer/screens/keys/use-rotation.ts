import { useState } from 'react'
import type { KeyState } from '../../../shared/contract/keys.ts'
import { useCall } from '../../calls/use-call.ts'
import { useWork } from '../../calls/use-work.ts'

/** Changes the key as it was approved, or goes on with a change that was interrupted, and how far it is. Left or cancelled, it goes on from there later. */
export function useRotation({ underWay, rotation }: KeyState) {
  const { run, busy, failure } = useCall('keys.rotate')
  const { progress, track, cancel } = useWork()
  const [done, setDone] = useState(false)
  const start = async () => {
    const answer = await track((work) =>
      run({ work, approvalId: underWay ? null : (rotation?.approvalId ?? null) }),
    )
    if (answer?.ok === true) setDone(true)
  }
  return { start: () => void start(), busy, failure, progress, cancel, done }
}
