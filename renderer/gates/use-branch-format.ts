import { useLayoutEffect, useState } from 'react'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { setNumberFormat, useNumberFormat } from '../i18n/amounts.ts'

/**
 * Writes all amounts of the window in the branch's number format. False only before the work of a person is drawn for the first
 * time: a format that changes later is drawn where the amounts stand, and takes nothing away that was typed.
 */
export function useBranchFormat(session: SessionView | undefined): boolean {
  const current = useNumberFormat(({ format }) => format)
  const wanted = session?.branch?.numberFormat ?? current
  const user = session?.user?.id ?? null
  const [drawnFor, setDrawnFor] = useState<string | null>(null)
  useLayoutEffect(() => setNumberFormat(wanted), [wanted])
  const isSet = wanted === current
  if (isSet && user !== null && user !== drawnFor) setDrawnFor(user)
  return isSet || user === null || user === drawnFor
}
