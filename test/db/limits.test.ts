import { createConnection, type Socket } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withClient } from '../../electron/db/admin.ts'
import type { Connection } from '../../electron/db/connection.ts'
import { socketIn } from '../../electron/db/embedded/socket-folder.ts'
import { administratorOf } from '../../electron/db/open-embedded.ts'
import { createPool } from '../../electron/db/pool.ts'
import { resetOwnSettings, resetWorkstations } from '../../electron/db/role-settings.ts'
import { createTestDatabase } from '../support/database.ts'
import { started } from './fixtures/embedded.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

/** A client that says who it is and then nothing, so that the server waits for its password. */
async function silentConnection({ host, user }: Connection): Promise<Socket> {
  const names = Buffer.from(`user\0${user}\0database\0postgres\0\0`)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + names.length)
  head.writeUInt32BE(196_608, 4) // protocol 3.0
  const socket = createConnection(socketIn(host))
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.write(Buffer.concat([head, names]))
  return socket
}

it('as many silent connections as the server takes keep nobody from signing in for longer than a few seconds', async () => {
  await using folder = await temporaryFolder()
  const server = await started(join(folder.path, 'data'))
  const admin = { ...administratorOf(server), database: 'postgres' }
  const asked = () =>
    withClient(admin, (client) => client.query('SHOW max_connections')).then(
      ({ rows }) => Number(rows[0]?.max_connections),
      () => null,
    )
  const most = (await asked()) ?? 0
  const silent = await Promise.all(Array.from({ length: most }, () => silentConnection(admin)))
  await expect.poll(asked, { timeout: 20_000 }).toBe(most)
  for (const socket of silent) socket.destroy()
  await server.stop()
})

/** What the sign-in screen asks, and whether it could also write an attempt down. */
const NEEDED = `SELECT i.*, 1 / (current_setting('transaction_read_only') = 'off')::int AS writable FROM installation() AS i`

/** Every setting of the server that a login may set for itself, with values that it does not have now. */
const SETTABLE = `
  SELECT name, CASE vartype WHEN 'bool' THEN ARRAY[CASE setting WHEN 'on' THEN 'off' ELSE 'on' END]
    WHEN 'enum' THEN enumvals WHEN 'string' THEN ARRAY['nothing', ''] ELSE ARRAY[min_val, max_val] END AS values
  FROM pg_settings WHERE context IN ('user', 'backend') ORDER BY name`

it(
  'whatever a teller sets on the login of the workstation, the next one gets to the sign-in',
  { timeout: 240_000 },
  async () => {
    await using database = await createTestDatabase()
    const connection = database.workstation(1)
    const { rows } = await database.superuser.query<{ name: string; values: string[] }>(SETTABLE)
    const attempts = rows.flatMap(({ name, values }) => values.map((value) => ({ name, value })))
    const keptOut: object[] = []
    for (const { name, value } of attempts) {
      await database.superuser.query(`ALTER ROLE "${connection.user}" RESET ALL`)
      const set = `ALTER ROLE CURRENT_USER SET ${name} = '${value}'`
      const accepted = await database
        .pool()
        .query(set)
        .then(
          () => true,
          () => false,
        )
      if (!accepted) continue
      const next = createPool(connection, null)
      await next.query(NEEDED).catch((error: unknown) => keptOut.push({ name, value, error }))
      await next.end()
    }
    expect(attempts.length).toBeGreaterThan(200)
    expect(keptOut).toEqual([])
  },
)

it('at every start a login gets its settings back, from itself or from an administrator, and its limits stay', async () => {
  await using database = await createTestDatabase()
  const connection = database.workstation(1)
  const configured = async () =>
    (
      await database.superuser.query<{ settings: string }>(
        `SELECT setdatabase <> 0 AS here, setconfig FROM pg_db_role_setting WHERE setrole = $1::regrole ORDER BY 1, 2`,
        [connection.user],
      )
    ).rows
  const before = await configured()
  const spoil = () =>
    withClient(connection, async (client) => {
      await client.query(`ALTER ROLE CURRENT_USER SET statement_timeout = '1ms'`)
      await client.query(`ALTER ROLE CURRENT_USER IN DATABASE "${connection.database}" SET work_mem = '2GB'`)
      await client.query('ALTER ROLE CURRENT_USER SET transform_null_equals = on')
    })
  await spoil()
  expect(await configured()).not.toEqual(before)
  await withClient(connection, resetOwnSettings)
  expect(JSON.stringify(await configured())).toContain('temp_file_limit')
  expect(JSON.stringify(await configured())).not.toMatch(/work_mem|transform|1ms/)
  await spoil()
  await withClient(database.admin, resetWorkstations)
  expect(await configured()).toEqual(before)
})
