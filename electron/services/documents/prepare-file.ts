import { createHash } from 'node:crypto'
import { fail } from '../../../shared/errors.ts'
import { failure, ok, type Result } from '../../../shared/result.ts'
import { checkFileSize } from '../../../shared/rules/uploaded-file.ts'
import type { PreparedFile, PreparedFiles } from '../../prepared-files.ts'
import type { SessionContext } from '../../workplace.ts'
import type { FileRefusal } from '../../studio/messages.ts'
import type { AskOptions, StudioFailure } from '../../studio/studio-process.ts'

/** What making pages of a file needs of a session. */
export type FileContext = Pick<SessionContext, 'prepared'> & {
  readonly workplace: Pick<SessionContext['workplace'], 'studio'>
}

/** A teller has a few files at hand; more would only take memory. */
const MOST_KEPT = 4

const gaveUp = (because: StudioFailure) => (because === 'cancelled' ? ok(null) : fail('FILE_TOO_DEMANDING'))

/**
 * The pages of a file and what is read of them, made in the studio; of a file that was just prepared, as it was. A file that takes too
 * much of time or memory is FILE_TOO_DEMANDING. Null when `options.signal` cancelled it.
 */
export async function prepareFile(
  content: Uint8Array,
  { workplace: { studio }, prepared }: FileContext,
  options: AskOptions = {},
): Promise<Result<PreparedFile | null, FileRefusal | 'FILE_TOO_DEMANDING'>> {
  // Nothing is sent to the studio that is too large for it.
  const size = checkFileSize(content.byteLength)
  if (!size.ok) return size
  const hash = createHash('sha256').update(content).digest('hex')
  const before = prepared.done.get(hash)
  if (before !== undefined) return ok(before)
  const made = await studio.prepare({ content }, options)
  if (!made.ok) return gaveUp(made.because)
  if ('refused' in made.output) return failure(made.output.refused, made.output.details)
  const { pages } = made.output
  const today = new Date().toISOString().slice(0, 10)
  const read = await studio.read({ pages: pages.map(({ jpeg }) => jpeg), today }, withoutProgress(options))
  if (!read.ok && read.because === 'cancelled') return gaveUp('cancelled')
  // What cannot be read in time can still be typed.
  const file = { pages, readings: read.ok ? read.output.readings : [] }
  keep(prepared, hash, file)
  return ok(file)
}

const withoutProgress = ({ signal }: AskOptions): AskOptions => (signal === undefined ? {} : { signal })

function keep({ done }: PreparedFiles, hash: string, file: PreparedFile): void {
  done.set(hash, file)
  const [oldest] = done.keys()
  if (done.size > MOST_KEPT && oldest !== undefined) done.delete(oldest)
}
