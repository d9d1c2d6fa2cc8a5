import type { Reading } from '../../../shared/reading/reading.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { FileRefusal } from '../../studio/messages.ts'
import type { AskOptions } from '../../studio/studio-process.ts'
import { type FileContext, hashOf, prepareFile } from './prepare-file.ts'

/** Pages as they are kept, and what is read of them; `page` of a reading counts them from 1. */
export type MadePages = { readonly jpegs: readonly Uint8Array[]; readonly readings: readonly Reading[] }

/**
 * The pages of what the window hands in: a page that was made in this session as it is, and everything else as `prepareFile` makes it, since
 * what was not drawn here may hold anything. Null when `options.signal` cancelled it.
 */
export async function madePages(
  content: Uint8Array,
  context: FileContext,
  options: AskOptions = {},
): Promise<Result<MadePages | null, FileRefusal | 'FILE_TOO_DEMANDING'>> {
  const readings = context.prepared.made.get(hashOf(content))
  if (readings !== undefined) return ok({ jpegs: [content], readings })
  const file = await prepareFile(content, context, options)
  if (!file.ok || file.value === null) return file.ok ? ok(null) : file
  return ok({ jpegs: file.value.pages.map(({ jpeg }) => jpeg), readings: file.value.readings })
}

/** The pages of several files one after the other, as one document. */
export const joinPages = (files: readonly MadePages[]): MadePages => {
  const jpegs = files.flatMap((file) => file.jpegs)
  const before = (at: number) => files.slice(0, at).reduce((sum, file) => sum + file.jpegs.length, 0)
  const readings = files.flatMap((file, at) =>
    file.readings.map((reading) => ({ ...reading, page: reading.page + before(at) })),
  )
  return { jpegs, readings }
}
