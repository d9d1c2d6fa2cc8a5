import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { madePages } from './made-pages.ts'
import { hashOf, prepareFile, readPages } from './prepare-file.ts'
import { whileUnderWay } from './under-way.ts'

/** Makes the pages of a file that was chosen, and reads them for the form. The window is told after each page. */
export const prepareDocument: UseCase<'documents', 'prepare'> = ({ id, content }, context) =>
  whileUnderWay(id, context, async (options) => {
    const file = await prepareFile(content, context, options)
    if (!file.ok) return file
    if (file.value === null) return fail('FILE_CANCELLED')
    return ok({ pages: [...file.value.pages], readings: [...file.value.readings] })
  })

/**
 * Cuts a page to four corners and turns it. What was read of it stays with it. One of which nothing was read is read again when it was
 * cut, because a document is larger in what is left; turning it changes nothing, since it was tried in every turn.
 */
export const adjustPage: UseCase<'documents', 'adjust'> = ({ id, content, corners, quarters }, context) =>
  whileUnderWay(id, context, async (options) => {
    const { studio } = context.workplace
    const made = await madePages(content, context, options)
    if (!made.ok) return made
    const jpeg = made.value?.jpegs[0]
    if (made.value === null || jpeg === undefined) return fail('FILE_CANCELLED')
    const adjusted = await studio.adjust({ jpeg, corners, quarters }, { signal: options.signal })
    if (!adjusted.ok) return fail(adjusted.because === 'cancelled' ? 'FILE_CANCELLED' : 'FILE_TOO_DEMANDING')
    const { page } = adjusted.output
    const before = made.value.readings.filter((reading) => reading.page === 1)
    const again =
      before.length > 0 || corners === null ? before : await readPages(studio, [page.jpeg], options)
    if (again === null) return fail('FILE_CANCELLED')
    context.prepared.made.set(hashOf(page.jpeg), again)
    return ok({ page, readings: [...again] })
  })

/** What has ended already is left alone. */
export const cancelPrepare: UseCase<'documents', 'cancelPrepare'> = async ({ id }, { prepared }) => {
  prepared.underWay.get(id)?.abort()
  return ok({})
}
