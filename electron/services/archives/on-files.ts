import { fail } from '../../../shared/errors.ts'
import type { Failure, Ok } from '../../../shared/result.ts'
import { attemptArchive } from '../../archive/archive-fault.ts'
import type { OnProgress } from '../../progress.ts'
import { underWay } from '../../under-way.ts'
import type { SessionContext } from '../../workplace.ts'

/** Does what takes long with the files of a folder. What is expected to happen is told. */
export async function onFiles<T>(
  { work: id, folder }: { readonly work: string; readonly folder: string },
  context: SessionContext,
  work: (onProgress: OnProgress, signal: AbortSignal) => Promise<T>,
): Promise<Ok<T> | Failure<'ARCHIVE_REFUSED'>> {
  const done = await underWay(id, context, ({ onProgress, signal }) =>
    attemptArchive(folder, () => work(onProgress, signal)),
  )
  return done.ok ? done : fail('ARCHIVE_REFUSED', { fault: done.error.code, about: done.error.about })
}
