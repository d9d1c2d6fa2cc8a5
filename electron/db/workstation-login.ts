import { ok } from '../../shared/result.ts'
import { withClient } from './admin.ts'
import type { Connection } from './connection.ts'
import type { OpenOptions } from './database.ts'
import { enrolWorkstation, type Login } from './enrol.ts'
import { attempt, type Attempt } from './fault.ts'
import { migrate } from './migrate.ts'
import { provision } from './provision.ts'
import { resetWorkstations } from './role-settings.ts'
import { type Settings, readSettings, revealLogin, sealLogin, writeSettings } from './settings.ts'

/**
 * Does what needs an administrator: provisions, migrates, gives the logins their limits again, and makes sure that this workstation has a login of its own
 * that works. The login is kept, encrypted, under `key`. Answers the workstation's connection.
 */
export async function prepareAsAdministrator(
  admin: Connection,
  key: string,
  options: OpenOptions,
): Promise<Attempt<Connection>> {
  const provisioned = await attempt(() => provision(admin, admin.database, options.migrationsFolder))
  if (!provisioned.ok) return provisioned
  options.step?.('server provisioned')
  const migrated = await migrate(admin, options.migrationsFolder)
  if (!migrated.ok) return migrated
  for (const name of migrated.value) options.log(`Migration ${name} was run`)
  const reset = await attempt(() => withClient(admin, resetWorkstations))
  if (!reset.ok) return reset
  options.step?.('schema current')
  const login = await loginOf(admin, key, options)
  return login.ok ? ok({ ...admin, ...login.value }) : login
}

async function loginOf(admin: Connection, key: string, options: OpenOptions): Promise<Attempt<Login>> {
  const settings = await readSettings(options.settingsFolder)
  if (!settings.ok) return settings
  const kept = revealLogin(settings.value, key, options.secretBox)
  if (kept !== null && (await works({ ...admin, ...kept }))) return ok(kept)
  const name = `${options.workstationName}-${settings.value.workstation}`
  const enrolled = await attempt(() => enrolWorkstation(admin, name))
  if (!enrolled.ok) return enrolled
  options.log(`This workstation was enrolled as ${enrolled.value.user}`)
  const logins = { ...settings.value.logins, [key]: sealLogin(enrolled.value, options.secretBox) }
  const saved = await writeSettings(options.settingsFolder, { ...settings.value, logins } satisfies Settings)
  return saved.ok ? enrolled : saved
}

async function works(connection: Connection): Promise<boolean> {
  const tried = await attempt(() =>
    withClient(connection, (client) =>
      client.query<{ member: boolean }>(`SELECT pg_has_role('corex_app', 'USAGE') AS member`),
    ),
  )
  return tried.ok && tried.value.rows[0]?.member === true
}
