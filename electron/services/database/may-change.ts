import { sql } from 'kysely'
import { DATABASE_KEEPER, type DatabaseChange } from '../../../shared/contract/database.ts'
import { addressOf, type Connection } from '../../db/connection.ts'
import { addressOfPolicy, type MachinePolicy } from '../../db/machine-policy.ts'
import { readSettings, writeSettings } from '../../db/settings.ts'
import type { Workplace } from '../../workplace.ts'

/**
 * What may be changed about the database, and by whom. Before a branch is set up: everything, by anybody. Afterwards only
 * an administrator who is signed in connects this workstation elsewhere; while nobody is signed in, the login at the same
 * server may be entered again. Where the bank sets the server for this computer, nobody chooses another. Settings that cannot be read may be those of a branch.
 */
export async function mayChange(workplace: Workplace): Promise<DatabaseChange> {
  const { session, options } = workplace
  if ((await policyServer(workplace)) !== null)
    return session === null || isKeeper(workplace) ? 'login' : 'nothing'
  if (session !== null) return isKeeper(workplace) ? 'anything' : 'nothing'
  const settings = await readSettings(options.settingsFolder)
  if (!settings.ok) return 'nothing'
  if (!settings.value.isSetUp && (await branchIn(workplace)) === 'none') return 'anything'
  return settings.value.server === null ? 'nothing' : 'login'
}

const isKeeper = ({ session, locked }: Workplace): boolean =>
  session?.user.role === DATABASE_KEEPER && !locked

/** The server that the bank sets for this computer, or null. */
export async function policyServer({ options }: Workplace): Promise<MachinePolicy['server']> {
  const policy = await options.policy?.()
  return policy?.ok === true ? (policy.value?.server ?? null) : null
}

/** Whether `connection` leads to the server that this workstation uses, or that the bank sets for it. */
export async function isPresentServer(connection: Connection, workplace: Workplace): Promise<boolean> {
  const set = await policyServer(workplace)
  if (set !== null) return addressOfPolicy(set) === addressOf(connection)
  const { options } = workplace
  const settings = await readSettings(options.settingsFolder)
  if (!settings.ok || settings.value.server === null) return false
  return addressOf(settings.value.server) === addressOf(connection)
}

/** Whether the open database has a branch: `none` also where no database is open, `unknown` where it does not answer. */
async function branchIn({ anonymousDb }: Workplace): Promise<'found' | 'none' | 'unknown'> {
  if (anonymousDb === null) return 'none'
  try {
    const asked = sql<{ is_set_up: boolean }>`SELECT is_set_up FROM installation()`
    return (await asked.execute(anonymousDb)).rows[0]?.is_set_up === true ? 'found' : 'none'
  } catch {
    return 'unknown'
  }
}

/** Keeps in mind that a branch is set up, for when its database cannot be reached. */
export async function noteSetUp(workplace: Workplace): Promise<void> {
  const { options } = workplace
  const settings = await readSettings(options.settingsFolder)
  if (!settings.ok || settings.value.isSetUp || (await branchIn(workplace)) !== 'found') return
  const saved = await writeSettings(options.settingsFolder, { ...settings.value, isSetUp: true })
  if (!saved.ok) options.log(`The settings cannot be written: ${saved.error.code}`)
}
