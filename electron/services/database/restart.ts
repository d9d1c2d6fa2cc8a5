import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** The window has asked about what is typed there, and asks again before it closes. */
export const restart: UseCase<'database', 'restart'> = async (_, workplace) => {
  workplace.restart()
  return ok({})
}
