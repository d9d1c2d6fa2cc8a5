import { ok } from '../shared/result.ts'
import { type Around, type OnProgress, UNWATCHED } from './progress.ts'
import type { SessionContext, UseCase } from './workplace.ts'

/** Whoever sent the call ended it: it is answered with WORK_CANCELLED. */
export class WorkCancelled extends Error {
  override readonly name = 'AbortError'
}

/** Events of one piece of work are so far apart, or the window would do nothing else. */
const TELL_EVERY_MS = 200

/**
 * Does what may take longer than a second: the window is told how far it is, and ends it by the id that it has chosen. It ends with the
 * session too.
 */
export async function underWay<T>(
  id: string | undefined,
  { workplace, prepared }: Pick<SessionContext, 'workplace' | 'prepared'>,
  work: (around: Around) => Promise<T>,
): Promise<T> {
  if (id === undefined) return work(UNWATCHED)
  const controller = new AbortController()
  prepared.underWay.set(id, controller)
  let told = -TELL_EVERY_MS
  const onProgress: OnProgress = (done, of) => {
    if (done < of && performance.now() - told < TELL_EVERY_MS) return
    told = performance.now()
    workplace.emit('work.progress', { id, done, of })
  }
  try {
    return await work({ onProgress, signal: controller.signal })
  } finally {
    prepared.underWay.delete(id)
  }
}

/** Ends the work of that id; nothing where it has ended. */
export const endWork: UseCase<'sessions', 'endWork'> = async ({ work }, { prepared }) => {
  prepared.underWay.get(work)?.abort(new WorkCancelled())
  return ok({})
}
