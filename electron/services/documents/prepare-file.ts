import { createHash } from 'node:crypto'
import { fail } from '../../../shared/errors.ts'
import { failure, ok, type Result } from '../../../shared/result.ts'
import type { Page } from '../../../shared/reading/page.ts'
import type { Reading } from '../../../shared/reading/reading.ts'
import { checkFileSize } from '../../../shared/rules/uploaded-file.ts'
import type { PreparedFile, PreparedFiles } from '../../prepared-files.ts'
import type { SessionContext } from '../../workplace.ts'
import type { FileRefusal } from '../../studio/messages.ts'
import type { Studio } from '../../studio/open-studio.ts'
import type { AskOptions, StudioFailure } from '../../studio/studio-process.ts'

/** What making pages of a file needs of a session. */
export type FileContext = Pick<SessionContext, 'prepared'> & {
  readonly workplace: Pick<SessionContext['workplace'], 'studio'>
}

export const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** A teller has a few files at hand; more would only take memory. */
const MOST_KEPT = 4

const gaveUp = (because: StudioFailure) => (because === 'cancelled' ? ok(null) : fail('FILE_TOO_DEMANDING'))

/**
 * The pages of a file and what is read of them, made in the studio; of a file that was just prepared, as it was; a page of a scan is drawn
 * already and only read. A file that takes too
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
  const hash = hashOf(content)
  const before = prepared.done.get(hash)
  if (before !== undefined) return ok(before)
  const drawn = prepared.drawn.get(hash)
  const made = drawn === undefined ? await draw(studio, content, options) : ok([{ ...drawn, jpeg: content }])
  if (!made.ok || made.value === null) return made.ok ? ok(null) : made
  const pages = made.value
  const readings = await readPages(
    studio,
    pages.map(({ jpeg }) => jpeg),
    options,
  )
  if (readings === null) return gaveUp('cancelled')
  const file = { pages, readings }
  keep(prepared, hash, file)
  return ok(file)
}

async function draw(
  studio: Studio,
  content: Uint8Array,
  options: AskOptions,
): Promise<Result<Page[] | null, FileRefusal | 'FILE_TOO_DEMANDING'>> {
  const made = await studio.prepare({ content }, options)
  if (!made.ok) return gaveUp(made.because)
  return 'refused' in made.output ? failure(made.output.refused, made.output.details) : ok(made.output.pages)
}

/** What is read of pages; nothing of what cannot be read in time, which can still be typed. Null when `options.signal` cancelled it. */
export async function readPages(
  studio: Studio,
  pages: Uint8Array[],
  options: AskOptions,
): Promise<Reading[] | null> {
  const today = new Date().toISOString().slice(0, 10)
  const read = await studio.read({ pages, today }, withoutProgress(options))
  if (read.ok) return read.output.readings
  return read.because === 'cancelled' ? null : []
}

const withoutProgress = ({ signal }: AskOptions): AskOptions => (signal === undefined ? {} : { signal })

/** What is read of one page, counted from 0, by itself. */
const readingsOf = ({ readings }: PreparedFile, at: number): readonly Reading[] =>
  readings.filter(({ page }) => page === at + 1).map((reading) => ({ ...reading, page: 1 }))

function keep({ done, made }: PreparedFiles, hash: string, file: PreparedFile): void {
  for (const [at, { jpeg }] of file.pages.entries()) made.set(hashOf(jpeg), readingsOf(file, at))
  done.set(hash, file)
  const [oldest] = done.keys()
  if (done.size > MOST_KEPT && oldest !== undefined) done.delete(oldest)
}
