import { useState } from 'react'
import { useCounterWork } from './counter-work.ts'
import type { SlipField } from './slip-kinds.ts'

/** The fields of this slip that were left or required by an attempt to post; a new slip has none. */
export function useVisitedFields() {
  const slipNumber = useCounterWork((work) => work.slipNumber)
  const [state, setState] = useState<{ slip: number; fields: readonly SlipField[] }>({ slip: 0, fields: [] })
  const fieldsIn = ({ slip, fields }: typeof state) => (slip === slipNumber ? fields : [])
  return {
    has: (field: SlipField) => fieldsIn(state).includes(field),
    add: (...added: readonly SlipField[]) =>
      setState((before) => ({ slip: slipNumber, fields: [...fieldsIn(before), ...added] })),
  }
}
