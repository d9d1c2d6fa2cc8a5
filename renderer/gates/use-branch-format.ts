import { useLayoutEffect } from 'react'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { setNumberFormat, useNumberFormat } from '../i18n/amounts.ts'

/** Writes all amounts of the window in the branch's number format. True when it is so, and a screen may be drawn. */
export function useBranchFormat(session: SessionView | undefined): boolean {
  const current = useNumberFormat(({ format }) => format)
  const wanted = session?.branch?.numberFormat ?? current
  useLayoutEffect(() => setNumberFormat(wanted), [wanted])
  return wanted === current
}
