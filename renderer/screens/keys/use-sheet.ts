import { useState } from 'react'
import type { CallOutput } from '../../../shared/contract.ts'
import type { KeyState } from '../../../shared/contract/keys.ts'
import { useCall } from '../../calls/use-call.ts'

type Made = CallOutput<'keys.makeSheet'>

/** A sheet from its making to its reading back. Its lines are in memory only while they are shown. */
export function useSheet({ newSheet }: KeyState) {
  const make = useCall('keys.makeSheet')
  const keep = useCall('keys.keepSheet')
  const [made, setMade] = useState<Made | null>(null)
  const [step, setStep] = useState<'shown' | 'typed'>('shown')
  const [kept, setKept] = useState<number | null>(null)
  const start = async () => {
    const approvalId = newSheet?.approved === true ? newSheet.approvalId : null
    const answer = await make.run({ approvalId })
    if (answer?.ok !== true) return
    setKept(null)
    setStep('shown')
    setMade(answer.value)
  }
  const readBack = async (lines: string[]) => {
    const answer = await keep.run({ lines })
    if (answer?.ok !== true) return
    setMade(null)
    setKept(answer.value.number)
  }
  return {
    make: { start: () => void start(), busy: make.busy, failure: make.failure },
    keep: { run: (lines: string[]) => void readBack(lines), busy: keep.busy, failure: keep.failure },
    made,
    kept,
    step,
    go: setStep,
    leave: () => setMade(null),
  }
}
