import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { prepareFile } from './prepare-file.ts'
import { whileUnderWay } from './under-way.ts'

/** Makes the pages of a file that was chosen, and reads them for the form. The window is told after each page. */
export const prepareDocument: UseCase<'documents', 'prepare'> = ({ id, content }, context) =>
  whileUnderWay(id, context, async (options) => {
    const file = await prepareFile(content, context, options)
    if (!file.ok) return file
    if (file.value === null) return fail('FILE_CANCELLED')
    return ok({ pages: [...file.value.pages], readings: [...file.value.readings] })
  })

/** What has ended already is left alone. */
export const cancelPrepare: UseCase<'documents', 'cancelPrepare'> = async ({ id }, { prepared }) => {
  prepared.underWay.get(id)?.abort()
  return ok({})
}
