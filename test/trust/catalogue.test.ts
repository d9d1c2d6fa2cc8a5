import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inDatabase } from '../../electron/db/admin.ts'
import { clientConfig, type Connection } from '../../electron/db/connection.ts'
import { enrolWorkstation } from '../../electron/db/enrol.ts'
import { scramVerifier } from '../../electron/db/scram.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { provision } from '../../electron/db/provision.ts'
import { missing, startExternal } from '../db/fixtures/external-server.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { createTestDatabase } from '../support/database.ts'
import { CLAIMS } from './claims.ts'
import { CALLABLE, GRANTED, INDEXES, LABELS, ORDERED } from './order.ts'

type Server = { readonly admin: Connection; readonly stop: () => Promise<void> }

const embedded = async (): Promise<Server> => {
  const database = await createTestDatabase()
  return { admin: database.admin, stop: () => database.drop() }
}

const external = async (): Promise<Server> => {
  const server = await startExternal()
  const admin = inDatabase(server.admin, 'catalogue')
  await provision(admin, 'catalogue', MIGRATIONS)
  const migrated = await migrate(admin, MIGRATIONS)
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.error))
  await enrolWorkstation(admin, 'one')
  return { admin, stop: () => server.stop() }
}

const unavailable = missing()

const reason = unavailable === null ? '' : `: ${unavailable}`

describe('the embedded server', () => {
  holds(embedded, CALLABLE)
})
describe.skipIf(unavailable !== null)(`PostgreSQL 15${reason}`, () => {
  holds(external, [...CALLABLE, 'uuidv7()'])
})

function holds(start: () => Promise<Server>, callable: readonly string[]) {
  let server: Server
  let client: Client
  beforeAll(async () => {
    server = await start()
    client = new Client(clientConfig(server.admin))
    client.on('error', () => {})
    await client.connect()
    await client.query('SET search_path = corex')
  })
  afterAll(async () => {
    await client.end()
    await server.stop()
  })
  const rows = async (text: string, values: unknown[] = []) => (await client.query(text, values)).rows

  test.each(CLAIMS)('$claim', async ({ offenders }) => {
    expect(await rows(offenders)).toEqual([])
  })

  test('workstations can call these functions, and no others', async () => {
    const open = await rows(
      `SELECT oid::regprocedure::text AS name FROM pg_proc
       WHERE pronamespace = 'corex'::regnamespace AND has_function_privilege('corex_app', oid, 'EXECUTE')`,
    )
    expect(open.map(({ name }) => String(name)).sort()).toEqual([...callable].sort())
  })

  test('the redeem login can call the two steps of an enrolment, and no others', async () => {
    const open = await rows(
      `SELECT oid::regprocedure::text AS name FROM pg_proc WHERE pronamespace IN ('corex'::regnamespace, 'ext'::regnamespace,
         'corex_logins'::regnamespace) AND has_function_privilege('corex_redeem', oid, 'EXECUTE')`,
    )
    expect(
      open
        .map(({ name }) => String(name))
        .filter((name) => !name.startsWith('ext.'))
        .sort(),
    ).toEqual(['begin_enrolment(text,text,text)', 'finish_enrolment(text,text)'])
  })

  test('a login of a workstation is made with its secret and its limits, gets another one, and is closed with its connections', async () => {
    const login = `ws_made_${randomBytes(4).toString('hex')}`
    const connected = async (password: string) => {
      const one = new Client(clientConfig({ ...server.admin, user: login, password }))
      one.on('error', () => {})
      await one.connect()
      return one
    }
    await rows('SELECT corex_logins.make($1, $2)', [login, scramVerifier('first')])
    await (await connected('first')).end()
    await rows('SELECT corex_logins.set_verifier($1, $2)', [login, scramVerifier('second')])
    await expect(connected('first')).rejects.toMatchObject({ code: '28P01' })
    const open = await connected('second')
    const own = await open.query(
      `SELECT current_setting('temp_file_limit') AS files, pg_has_role('corex_app', 'USAGE') AS member`,
    )
    expect(own.rows).toEqual([{ files: '128MB', member: true }])
    const ended = new Promise<void>((resolve) => open.on('end', () => resolve()))
    expect(await rows('SELECT corex_logins.end_connections($1) AS ended', [login])).toEqual([])
    await rows('SELECT corex_logins.close($1)', [login])
    await ended
    expect(await rows('SELECT corex_logins.end_connections($1) AS ended', [login])).toEqual([])
    await expect(connected('second')).rejects.toMatchObject({ code: '28000' })
    await rows(`DROP ROLE ${login}`)
    for (const other of ['corex_owner', 'postgres', 'WS_1', 'ws_1; DROP', 'pg_signal_backend'])
      await expect(rows('SELECT corex_logins.close($1)', [other])).rejects.toMatchObject({ code: '42501' })
  })

  // Tried and not only asked of the catalogue, so that a function that is new is among them without anybody's naming it.
  test('whatever else is in the schema, a trigger’s or a helper’s, is refused to a workstation that calls it', async () => {
    const others = await rows(
      `SELECT p.oid::regprocedure::text AS name, format('SELECT corex.%I(%s)', p.proname, (
         SELECT string_agg(CASE WHEN a.n = cardinality(p.proargtypes::oid[]) AND p.provariadic <> 0 THEN 'VARIADIC ' ELSE '' END
           || format(CASE WHEN a.type IN ('text'::regtype, 'jsonb'::regtype) THEN '''[]''::%s' ELSE 'NULL::%s' END, a.type::regtype),
           ', ' ORDER BY a.n)
         FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a (type, n))) AS call
       FROM pg_proc p WHERE p.pronamespace = 'corex'::regnamespace AND p.prokind = 'f' AND NOT p.oid::regprocedure::text = ANY ($1)`,
      [callable],
    )
    expect(others.length).toBeGreaterThan(300)
    await client.query('BEGIN; SET LOCAL ROLE corex_app')
    const answered: string[] = []
    for (const { name, call } of others) {
      await client.query('SAVEPOINT one')
      const refusal = await client.query(String(call)).then(
        () => 'answered',
        ({ message }: Error) => message,
      )
      await client.query('ROLLBACK TO one')
      if (!refusal.startsWith('permission denied for function')) answered.push(`${name}: ${refusal}`)
    }
    await client.query('ROLLBACK')
    expect(answered).toEqual([])
  })

  test('workstations may read these tables and columns, and do nothing else with any', async () => {
    const grants = await rows(
      `SELECT c.relname || coalesce('.' || o.attname, '') || ' ' || g.privilege_type AS privilege
       FROM pg_class c CROSS JOIN LATERAL (
         SELECT NULL::name, c.relacl UNION ALL SELECT attname, attacl FROM pg_attribute WHERE attrelid = c.oid
       ) AS o (attname, acl), aclexplode(o.acl) AS g
       WHERE c.relnamespace = 'corex'::regnamespace AND g.grantee <> c.relowner`,
    )
    expect(grants.map(({ privilege }) => String(privilege)).sort()).toEqual([...GRANTED].sort())
  })

  test.each(Object.entries(ORDERED))('%s has the columns of the order', async (table, columns) => {
    const found = await rows(
      `SELECT attname AS name, replace(format_type(atttypid, atttypmod), 'corex.', '') AS type FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
      [table],
    )
    const types = Object.fromEntries(found.map(({ name, type }) => [name, type]))
    const wanted = Object.entries(columns).map(([name, type]) => [name, type.replace('corex.', '')])
    expect(types).toMatchObject(Object.fromEntries(wanted))
  })

  test('the enumerations have the labels of the order', async () => {
    const found = await rows(
      `SELECT typname AS name, array_agg(enumlabel::text ORDER BY enumsortorder) AS labels FROM pg_enum JOIN pg_type t ON t.oid = enumtypid
       WHERE typnamespace = 'corex'::regnamespace GROUP BY typname`,
    )
    expect(Object.fromEntries(found.map(({ name, labels }) => [name, labels]))).toEqual(LABELS)
  })

  test.each(Object.entries(INDEXES))('%s is an index on %s', async (name, columns) => {
    const [found] = await rows(`SELECT pg_get_indexdef($1::regclass) AS definition`, [name])
    expect(String(found?.definition).replace(/ USING (btree|brin)/, '')).toContain(columns)
  })

  test('relations are those of the order', async () => {
    const found = await rows(
      `SELECT conrelid::regclass || '.' || attname || ' → ' || confrelid::regclass AS link FROM pg_constraint
       JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
       WHERE contype = 'f' AND connamespace = 'corex'::regnamespace AND conparentid = 0`,
    )
    expect(found.map(({ link }) => link)).toEqual(
      expect.arrayContaining([
        'accounts.customer_id → customers',
        'kyc_documents.customer_id → customers',
        'kyc_documents.verified_by → users',
        'balances.account_id → accounts',
        'transactions.from_account_id → accounts',
        'transactions.to_account_id → accounts',
        'entries.transaction_id → transactions',
        'entries.account_id → accounts',
        'audit_logs.user_id → users',
      ]),
    )
  })

  test('new keys are version 7, of the right variant, and follow time', async () => {
    const made = await rows(
      `SELECT id::text, lag(substr(id::text, 1, 13)) OVER (ORDER BY n) <= substr(id::text, 1, 13) AS later,
         id >= uuidv7_floor(clock_timestamp() - interval '1 minute') AND id < uuidv7_floor(clock_timestamp() + interval '1 minute') AS now
       FROM (SELECT n, uuidv7() AS id FROM generate_series(1, 2000) AS n) AS made`,
    )
    expect(new Set(made.map(({ id }) => String(id))).size).toBe(2000)
    for (const { id, later, now } of made) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect([later ?? true, now]).toEqual([true, true])
    }
  })
}
