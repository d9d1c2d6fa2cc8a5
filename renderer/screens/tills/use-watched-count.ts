import { useState } from 'react'
import type { TillRow } from '../../../shared/contract/tills.ts'

/** The caller's till that is counted and waits: it stays in sight until its end was seen, also when it is closed meanwhile. */
export function useWatchedCount(mine: TillRow | undefined) {
  const [watched, watch] = useState<string | null>(null)
  if (mine?.counted === true && mine.sessionId !== watched) watch(mine.sessionId)
  return { watched, forget: () => watch(null) }
}
