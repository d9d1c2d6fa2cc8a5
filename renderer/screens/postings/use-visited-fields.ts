import { useState } from 'react'
import { useCounterWork } from './counter-work.ts'
import type { SlipField } from './slip-kinds.ts'

/** The fields of this slip that were left or required by an attempt to post; a new slip has none. */
export function useVisitedFields() {
  const slipNumber = useCounterWork((work) => work.slipNumber)
  const [state, setState] = useState<{ slip: number; fields: readonly SlipField[] }>({ slip: 0, fields: [] })
  const fields = state.slip === slipNumber ? state.fields : []
  return {
    has: (field: SlipField) => fields.includes(field),
    add: (...added: readonly SlipField[]) => setState({ slip: slipNumber, fields: [...fields, ...added] }),
  }
}
