import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { attend } from '../feedback/announce.ts'
import { beginDrafts } from '../keyboard/drafts.ts'
import { keepsWork } from './work-shown.ts'

/** Answers that belong to the workstation and not to a person. */
const KEPT: readonly unknown[] = ['sessions.get', 'database.get']

/** Nothing that one user saw stays in memory for the next. */
export function useForgetOthers(session: SessionView | undefined): void {
  const client = useQueryClient()
  const userId = session?.user?.id ?? null
  const waitsForReturn = session !== undefined && keepsWork(session)
  const before = useRef(userId)
  const somebody = userId !== null && session?.stage !== 'locked'
  useEffect(() => beginDrafts(userId), [userId])
  useEffect(() => attend(somebody ? 'somebody' : 'nobody'), [somebody])
  useEffect(() => {
    if (waitsForReturn) return
    if (before.current !== null && before.current !== userId)
      client.removeQueries({ predicate: ({ queryKey }) => !KEPT.includes(queryKey[0]) })
    before.current = userId
  }, [client, userId, waitsForReturn])
}
