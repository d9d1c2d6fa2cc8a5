import { userInfo } from 'node:os'
import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import { type Backups } from '../../backup/backups.ts'
import { restorableIn } from '../../backup/plan-restore.ts'
import { readSettings } from '../../db/settings.ts'
import type { UseCase, Workplace } from '../../workplace.ts'
import { whileClosed } from '../database/connect.ts'
import { mayChange } from '../database/may-change.ts'
import { secretFrom } from './check-words.ts'
import { refused, told } from './refused.ts'

/** Which banks a folder restores. */
export const lookForBackups: UseCase<'backups', 'look'> = async ({ folder }, workplace) => {
  if ((await whatMayBeRestored(workplace)) === 'nothing') return refused('NOT_ALLOWED')
  const found = await told(() => restorableIn(folder))
  return found.ok ? ok(found.value.map(({ recipients: _, ...bank }) => bank)) : found
}

/** Restores a bank while no database is open; then it is opened, and a full backup begins its time line. */
export const restoreBank: UseCase<'backups', 'restore'> = async (input, workplace) => {
  const allowed = await whatMayBeRestored(workplace)
  const { backups } = workplace
  const { system } = await backups.settings.read()
  if (allowed === 'nothing' || (allowed === 'own' && system !== input.system)) return refused('NOT_ALLOWED')
  // Of whoever has a second factor a fresh code: what the database holds is replaced.
  if (workplace.session !== null) await sql`SELECT step_up()`.execute(workplace.session.db)
  const secret = secretFrom(input.lines)
  if (!secret.ok) return secret
  const restored = await told(() =>
    whileClosed(workplace, () => restoreBy(backups, workplace, input, secret.value)),
  )
  secret.value.fill(0)
  if (!restored.ok) return restored
  const { upTo, checked, setAside, damaged } = restored.value
  return ok({ upTo: upTo.toISOString(), postings: checked.postings, setAside, damaged: [...damaged] })
}

type Wanted = { readonly folder: string; readonly system: string; readonly until: string | null }

const restoreBy = (
  backups: Backups,
  { options }: Workplace,
  { folder, system, until }: Wanted,
  secret: Buffer,
) =>
  backups.restoreBank(
    { root: folder, system, until: until === null ? null : new Date(until), secret },
    { migrationsFolder: options.migrationsFolder, operator: userInfo().username },
    () => {},
    new AbortController().signal,
  )

/**
 * Before a branch is set up here anybody restores anything; afterwards an administrator who is signed in. Where the data of this computer
 * cannot be opened, nobody signs in: whoever has the sheet restores the same bank.
 */
async function whatMayBeRestored(workplace: Workplace): Promise<'anything' | 'own' | 'nothing'> {
  const settings = await readSettings(workplace.options.settingsFolder)
  if (!settings.ok || settings.value.server !== null) return 'nothing'
  if ((await mayChange(workplace)) === 'anything') return 'anything'
  return workplace.session === null && workplace.fault !== null ? 'own' : 'nothing'
}
