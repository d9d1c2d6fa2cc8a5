import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { removeIntent } from './intent-file.ts'
import { intentsFolder } from './keep-intent.ts'

export const acknowledge: UseCase<'intents', 'acknowledge'> = async ({ key }, workplace) => {
  workplace.waitedFor.delete(key)
  await removeIntent(intentsFolder(workplace), key)
  return ok({})
}
