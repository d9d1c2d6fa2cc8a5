import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import { clientConfig } from '../../electron/db/connection.ts'
import { enrolWorkstation, roleNameOf } from '../../electron/db/enrol.ts'
import { codeOf } from '../../electron/db/fault.ts'
import { provision } from '../../electron/db/provision.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { MIGRATIONS } from '../support/cluster.ts'

let database: TestDatabase
beforeAll(async () => (database = await createTestDatabase()))
afterAll(() => database.drop())

const sqlState = async (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => codeOf(error),
  )

describe("a workstation's login, in a clone of the template", () => {
  const FORBIDDEN = [
    'CREATE TEMP TABLE sessions (id int)',
    'CREATE TABLE mine (id int)',
    'CREATE TABLE public.mine (id int)',
    'CREATE SCHEMA mine',
    `DO $$ BEGIN PERFORM 1; END $$`,
    `CREATE FUNCTION corex.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    'SELECT pg_advisory_lock(1)',
    'SELECT pg_try_advisory_xact_lock(1)',
    `SELECT lo_from_bytea(0, 'x')`,
    'SELECT lo_creat(-1)',
    `SELECT pg_notify('x', 'y')`,
    'SELECT pg_current_xact_id()',
    'SELECT txid_current()',
    'SELECT pg_terminate_backend(1)',
    'SELECT pg_cancel_backend(1)',
    'SELECT pg_export_snapshot()',
    `SELECT ext.crypt('a', ext.gen_salt('bf'))`,
    'SELECT * FROM corex.kysely_migration',
    `INSERT INTO corex.kysely_migration VALUES ('9999-x', '')`,
    'SET ROLE corex_owner',
    'SET session_replication_role = replica',
    'CREATE ROLE mine',
    `COPY (SELECT 1) TO PROGRAM 'true'`,
  ]
  it.each(FORBIDDEN)('may not: %s', async (statement) => {
    const run = withClient(database.workstation(1), (client) => client.query(statement))
    expect(await sqlState(run)).toBe('42501')
  })

  it.each(['postgres', 'template1'])('may not connect to %s', async (name) => {
    const elsewhere = inDatabase(database.workstation(1), name)
    expect(await sqlState(withClient(elsewhere, (client) => client.query('SELECT 1')))).toBe('42501')
  })

  it('has no attribute and no membership but corex_app', async () => {
    const { user } = database.workstation(1)
    const { rows } = await database.superuser.query(
      `SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls AS privileged, rolconnlimit AS most,
         ARRAY(SELECT roleid::regrole::text FROM pg_auth_members WHERE member = r.oid) AS member_of
       FROM pg_roles r WHERE rolname = $1`,
      [user],
    )
    expect(rows).toEqual([{ privileged: false, most: 20, member_of: ['corex_app'] }])
  })
})

describe('provisioning', () => {
  it('can be repeated, at the same time too', async () => {
    const all = Promise.all([1, 2, 3].map(() => provision(database.admin, database.name, MIGRATIONS)))
    await expect(all).resolves.toHaveLength(3)
  })

  it('creates a database in UTF-8 whose order is the same everywhere', async () => {
    const name = `${database.name}_new`
    await provision(database.admin, name, MIGRATIONS)
    const { rows } = await database.superuser.query(
      `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale
       FROM pg_database WHERE datname = $1`,
      [name],
    )
    expect(rows).toEqual([{ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' }])
    const admin = inDatabase(database.admin, name)
    const words = `SELECT ext.show_trgm('Žižková') AS trigrams, ext.similarity('Žižková', 'Žižkova') AS alike`
    const found = await withClient(admin, (client) =>
      client.query<{ trigrams: string[]; alike: number }>(words),
    )
    expect(found.rows[0]?.trigrams).toHaveLength(8)
    await database.superuser.query(`DROP DATABASE ${name} WITH (FORCE)`)
  })
})

describe('enrolment', () => {
  it('rotates the password and takes back what a login should not have', async () => {
    const name = `${database.name}_rotated`
    const first = await enrolWorkstation(database.admin, name)
    await database.superuser.query(`ALTER ROLE ${first.user} CREATEDB BYPASSRLS`)
    await database.superuser.query(`GRANT corex_owner, pg_read_all_data TO ${first.user}`)
    const second = await enrolWorkstation(database.admin, name)
    expect(second.user).toBe(first.user)
    expect(second.password).not.toBe(first.password)
    const logIn = (password: string) =>
      withClient({ ...database.admin, user: first.user, password }, (client) => client.query('SELECT 1'))
    expect(await sqlState(logIn(first.password))).toBe('28P01')
    expect(await sqlState(logIn(second.password))).toBe('done')
    const { rows } = await database.superuser.query(
      `SELECT rolcreatedb OR rolbypassrls AS privileged, pg_has_role(rolname, 'corex_owner', 'MEMBER') AS owner
       FROM pg_roles WHERE rolname = $1`,
      [first.user],
    )
    expect(rows).toEqual([{ privileged: false, owner: false }])
    await database.superuser.query(`DROP ROLE ${first.user}`)
  })

  it("pins the session's settings", async () => {
    const names = [
      'search_path',
      'default_transaction_isolation',
      'statement_timeout',
      'lock_timeout',
      'TimeZone',
    ]
    // By a person's own SQL client: the application sends what it needs with each connection.
    const client = new Client(clientConfig(database.workstation(1)))
    await client.connect()
    const values = []
    for (const name of names)
      values.push(Object.values((await client.query(`SHOW ${name}`)).rows[0] ?? {})[0])
    await client.end()
    expect(values).toEqual(['corex, pg_temp', 'read committed', '30s', '5s', 'UTC'])
  })

  it('leaves no password in the server log', async () => {
    const { password } = await enrolWorkstation(database.admin, `${database.name}_logged`)
    const shown = await database.superuser.query(`SHOW data_directory`)
    const folder = join(String(Object.values(shown.rows[0] ?? {})[0]), 'log')
    expect(existsSync(folder)).toBe(true)
    for (const file of readdirSync(folder))
      expect(readFileSync(join(folder, file), 'utf8')).not.toContain(password)
    await database.superuser.query(`DROP ROLE ${roleNameOf(`${database.name}_logged`)}`)
  })

  it('distinguishes workstations of similar names', () => {
    expect(roleNameOf('till_1')).toBe('ws_till_1')
    expect(roleNameOf('Till 1')).toMatch(/^ws_till_1_[0-9a-f]{8}$/)
    expect(new Set(['Till 1', 'till-1', 'TILL_1', 'Käsë'].map(roleNameOf)).size).toBe(4)
    expect(roleNameOf('x"; DROP ROLE postgres; --'.repeat(9))).toMatch(/^[a-z0-9_]{1,63}$/)
  })
})
