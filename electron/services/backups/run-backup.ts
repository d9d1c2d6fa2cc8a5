import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { told } from './refused.ts'

const NO_STEPS = () => {}

/** Takes a full backup or runs a drill, which the screen follows by what it reads. */
export const runBackup: UseCase<'backups', 'run'> = async ({ what }, { workplace }) => {
  const { backups } = workplace
  const { signal } = new AbortController()
  const done = await told<unknown>(() =>
    what === 'FULL' ? backups.takeFull(NO_STEPS, signal) : backups.runDrill(NO_STEPS, signal),
  )
  return done.ok ? ok({}) : done
}

/** Ends what runs. Whoever is not signed in as an administrator ends a restore, and nothing else. */
export const cancelBackup: UseCase<'backups', 'cancel'> = async (_, { backups, session, locked }) => {
  const isRestore = (await backups.state()).work?.what === 'RESTORE'
  if (isRestore || (session?.user.role === 'ADMIN' && !locked)) backups.endWork()
  return ok({})
}
