import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { removeIntent } from './intent-file.ts'
import { intentsFolder } from './keep-intent.ts'

/** The key stays among those that the page waited for: whoever settles meanwhile may have read the note that goes here. */
export const acknowledge: UseCase<'intents', 'acknowledge'> = async ({ key }, workplace) => {
  await removeIntent(intentsFolder(workplace), key)
  return ok({})
}
