import { fail } from '../../../shared/errors.ts'
import type { Failure, Ok } from '../../../shared/result.ts'
import { attemptArchive } from '../../archive/archive-fault.ts'
import type { OnProgress } from '../../archive/sealed-rows.ts'
import type { SessionContext } from '../../workplace.ts'

/** Events of one piece of work are so far apart, or the window would do nothing else. */
const TELL_EVERY_MS = 200

/** Does what takes long with the files of a folder: the window is told how far it is, and can cancel it. What is expected to happen is told. */
export async function underWay<T>(
  { work: id, folder }: { readonly work: string; readonly folder: string },
  { workplace, prepared }: SessionContext,
  work: (onProgress: OnProgress, signal: AbortSignal) => Promise<T>,
): Promise<Ok<T> | Failure<'ARCHIVE_REFUSED'>> {
  const controller = new AbortController()
  prepared.underWay.set(id, controller)
  let told = 0
  const tell: OnProgress = (done, of) => {
    if (done < of && performance.now() - told < TELL_EVERY_MS) return
    told = performance.now()
    workplace.emit('archives.progress', { id, done, of })
  }
  try {
    const done = await attemptArchive(folder, () => work(tell, controller.signal))
    return done.ok ? done : fail('ARCHIVE_REFUSED', { fault: done.error.code, about: done.error.about })
  } finally {
    prepared.underWay.delete(id)
  }
}
