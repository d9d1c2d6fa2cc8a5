import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { prepareFile } from './prepare-file.ts'

/** Makes the pages of a file that was chosen, and reads them for the form. The window is told after each page. */
export const prepareDocument: UseCase<'documents', 'prepare'> = async ({ id, content }, context) => {
  const { workplace, prepared } = context
  const controller = new AbortController()
  prepared.underWay.set(id, controller)
  try {
    const file = await prepareFile(content, context, {
      signal: controller.signal,
      onProgress: (done, of) => workplace.emit('documents.progress', { id, done, of }),
    })
    if (!file.ok) return file
    if (file.value === null) return fail('FILE_CANCELLED')
    return ok({ pages: [...file.value.pages], readings: [...file.value.readings] })
  } finally {
    prepared.underWay.delete(id)
  }
}

/** What has ended already is left alone. */
export const cancelPrepare: UseCase<'documents', 'cancelPrepare'> = async ({ id }, { prepared }) => {
  prepared.underWay.get(id)?.abort()
  return ok({})
}
