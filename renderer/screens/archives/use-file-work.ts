import { useEffect, useRef, useState } from 'react'
import { call, listen } from '../../calls/api.ts'
import type { Progress } from './use-year-steps.ts'

function end(work: string | null): void {
  if (work !== null) void call('archives.cancel', { work })
}

/** A piece of work on a file, of which the main process tells how far it is: its id, its progress, and how it is ended. Left, it ends. */
export function useFileWork() {
  const [progress, setProgress] = useState<Progress | null>(null)
  const work = useRef<string | null>(null)
  const cancel = () => end(work.current)
  useEffect(
    () =>
      listen('archives.progress', ({ id, ...told }) => {
        if (id === work.current) setProgress(told)
      }),
    [],
  )
  useEffect(() => () => end(work.current), [])
  /** Runs one, with the id that it is known by. */
  const track = async <T>(run: (id: string) => Promise<T>): Promise<T> => {
    work.current = crypto.randomUUID()
    setProgress({ done: 0, of: 0 })
    const answer = await run(work.current)
    work.current = null
    setProgress(null)
    return answer
  }
  return { progress, track, cancel }
}
