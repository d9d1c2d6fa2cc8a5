import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { told } from './refused.ts'

/** Chooses where backups go. It is done before it is noted: what does not work is no choice. */
export const chooseBackups: UseCase<'backups', 'choose'> = async (
  { folder, keepDays },
  { db, workplace },
) => {
  const done = await told(() => workplace.backups.configure(folder, keepDays))
  if (!done.ok) return done
  await sql`SELECT note_backup_choice(${folder}, ${keepDays})`.execute(db)
  return ok({})
}
