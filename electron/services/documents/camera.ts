import { ok } from '../../../shared/result.ts'
import type { UseCase, Workplace } from '../../workplace.ts'

/** The screen that takes pictures says when it begins and ends: nothing else of the window gets a camera. It ends with the session, too. */
export const allowCamera: UseCase<'documents', 'allowCamera'> = async ({ allowed }, { workplace }) => {
  workplace.cameraFor = allowed ? workplace.session : null
  return ok({})
}

/** Whether the window may open a camera now: its person is signed in, is not away, and is taking pictures. */
export const mayUseCamera = ({ session, locked, cameraFor }: Workplace): boolean =>
  session !== null && !locked && cameraFor === session
