import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, type Failure } from '../../calls/api.ts'
import { useSession } from '../../calls/use-session.ts'
import type { Look } from '../../components/preview/use-drawn.ts'

/**
 * Whether all of a document was drawn here and the database knows it: only then can it be approved. `again` looks at it anew, as
 * after a new sign-in.
 */
export function useShowing(documentId: string) {
  const client = useQueryClient()
  const [look, onLook] = useState<Look | null>(null)
  const [noted, setNoted] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const seen = look?.state === 'drawn' && look.left === 0 ? look.ticket : null
  const again = useCallback(() => {
    setFailure(null)
    onLook(null)
    void client.resetQueries({ queryKey: ['documents.readFile', { documentId }] })
  }, [client, documentId])
  // A look belongs to a session, and unlocking begins another one: the document is shown anew, and what was drawn meanwhile is not noted.
  const locked = useSession().stage === 'locked'
  const wasLocked = useRef(locked)
  useEffect(() => {
    if (wasLocked.current && !locked) again()
    wasLocked.current = locked
  }, [locked, again])
  useEffect(() => {
    let active = true
    const note = async () => {
      const answer = seen === null || locked ? null : await call('documents.noteShown', { ticket: seen })
      if (!active || answer === null) return
      setNoted(answer.ok ? seen : null)
      setFailure(answer.ok ? null : answer.error)
    }
    void note()
    return () => {
      active = false
    }
  }, [seen, locked])
  return {
    shown: noted !== null && noted === seen,
    unshowable: look?.state === 'unshowable',
    /** Parts of it are damaged and missing on the screen. */
    partial: look?.state === 'drawn' && look.partial,
    pagesLeft: look?.state === 'drawn' ? look.left : 0,
    failure,
    onLook,
    again,
  }
}

export type Showing = ReturnType<typeof useShowing>
