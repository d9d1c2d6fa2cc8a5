import { useEffect, useMemo, useRef, useState } from 'react'
import { call, listen } from './api.ts'

/** How far a piece of work is; of 0 things before the first word of it. */
export type WorkProgress = { readonly done: number; readonly of: number }

const NOTHING_YET: WorkProgress = { done: 0, of: 0 }

/** Ends a call that is under way, by the id that it was sent with. */
export function endWork(work: string | null): void {
  if (work !== null) void call('sessions.endWork', { work })
}

/** An id for each question, which is asked as a piece of work. */
export const useWorkId = (question: string): string => useMemo(() => idFor(question), [question])
const idFor = (_question: string) => crypto.randomUUID()

/** How far the call of that id is; null without one. */
export function useWorkProgress(work: string | null): WorkProgress | null {
  const [told, setTold] = useState<(WorkProgress & { readonly id: string }) | null>(null)
  useEffect(() => listen('work.progress', setTold), [])
  if (work === null) return null
  return told?.id === work ? told : NOTHING_YET
}

/** A call that may take longer than a second: its id, how far it is, and how it is ended. Left, it ends. */
export function useWork() {
  const [work, setWork] = useState<string | null>(null)
  const current = useRef<string | null>(null)
  const progress = useWorkProgress(work)
  useEffect(() => () => endWork(current.current), [])
  const begin = (id: string | null) => {
    current.current = id
    setWork(id)
  }
  /** Runs one, with the id that it is known by. */
  const track = async <T>(run: (id: string) => Promise<T>): Promise<T> => {
    const id = crypto.randomUUID()
    begin(id)
    const answer = await run(id)
    begin(null)
    return answer
  }
  return { progress, track, cancel: () => endWork(current.current) }
}
