import { appendFile, cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { withClient } from '../../electron/db/admin.ts'
import { codeHash, readCode } from '../../electron/db/code.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { listMigrations } from '../../electron/db/migration-files.ts'
import { schemaState } from '../../electron/db/schema-state.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { createTestDatabase } from '../support/database.ts'
import { describeSchema } from '../support/describe-schema.ts'
import { emptyDatabase } from './fixtures/empty-database.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

/** Made by provision-database.sql: the migrator's tables, which it needs before the first migration, and the function that reads them. */
const PROVISIONED = {
  functions: ['applied_migrations', 'schema_on_record'],
  policies: ['kysely_migration', 'kysely_migration_lock', 'migration_hashes', 'schema_serves'].map(
    (table) => `${table}.owner_reads`,
  ),
  grants: ['EXECUTE applied_migrations', 'EXECUTE schema_on_record'],
}

const text = (await readCode(join(MIGRATIONS, 'code'))).map((file) => file.text).join('\n')
const named = (pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name = '', table = '']) => ({ name, table }))
const dotted = ({ name, table }: { name: string; table: string }) => `${table}.${name}`

/** As `SELECT table`, `INSERT table.column` and `EXECUTE function`. */
function grantsInCode(): string[] {
  const statements = [
    ...text.matchAll(
      /^GRANT (\w+)(?: \(([^)]*)\))?\s+ON (FUNCTION )?([^;]*?)\s+TO (corex_app|corex_redeem);/gm,
    ),
  ]
  return statements.flatMap(([, privilege = '', columns, functions, objects = '', to]) => {
    const whom = to === 'corex_app' ? '' : ` to ${to}`
    if (functions !== undefined)
      return [...objects.matchAll(/(\w+)\(/g)].map(([, name]) => `${privilege} ${name}${whom}`)
    const tables = objects.split(/,\s+/)
    if (columns === undefined) return tables.map((table) => `${privilege} ${table}`)
    return tables.flatMap((table) => columns.split(/,\s+/).map((column) => `${privilege} ${table}.${column}`))
  })
}

async function inDatabase(query: string): Promise<string[]> {
  const { rows } = await withClient(inject('cluster'), (client) => client.query<{ name: string }>(query))
  return rows.map(({ name }) => name).toSorted()
}

it('every function of the database stands in code/, once and with one signature, or an index rests on it', async () => {
  const functions = await inDatabase(
    `SELECT proname AS name FROM pg_proc WHERE pronamespace = 'corex'::regnamespace`,
  )
  // That one stands in its index's migration: what it answers never changes.
  const ofIndexes = await inDatabase(
    `SELECT DISTINCT proname AS name FROM pg_proc p JOIN pg_depend d ON d.refclassid = 'pg_proc'::regclass AND d.refobjid = p.oid
       JOIN pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid AND c.relkind = 'i'
     WHERE p.pronamespace = 'corex'::regnamespace AND p.provolatile = 'i'`,
  )
  const expected = named(/^CREATE OR REPLACE FUNCTION (\w+)\(/gm).map(({ name }) => name)
  const elsewhere = ofIndexes.filter((name) => !expected.includes(name))
  expect(functions).toEqual([...expected, ...elsewhere, ...PROVISIONED.functions].toSorted())
})

it('every trigger stands in code/; partitions of the audit log get theirs by ensure_audit_partition()', async () => {
  const triggers = await inDatabase(`SELECT c.relname || '.' || t.tgname AS name
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = 'corex'::regnamespace AND NOT t.tgisinternal AND NOT c.relispartition`)
  expect(triggers).toEqual(
    named(/^CREATE TRIGGER (\w+) [^;]*? ON (\w+) /gm)
      .map(dotted)
      .toSorted(),
  )
})

it('every policy stands in code/', async () => {
  const policies = await inDatabase(
    `SELECT tablename || '.' || policyname AS name FROM pg_policies WHERE schemaname = 'corex'`,
  )
  const expected = named(/^CREATE POLICY (\w+) ON (\w+) /gm).map(dotted)
  expect(policies).toEqual([...expected, ...PROVISIONED.policies].toSorted())
})

it('every grant stands in code/, and is to corex_app, or to the login that redeems codes', async () => {
  const granted = await inDatabase(`SELECT a.privilege_type || ' ' || o.object
        || CASE WHEN a.grantee = 'corex_app'::regrole THEN '' ELSE ' to ' || a.grantee::regrole END AS name
    FROM (SELECT relname::text, relacl, relowner FROM pg_class WHERE relnamespace = 'corex'::regnamespace
      UNION ALL SELECT c.relname || '.' || t.attname, t.attacl, c.relowner FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid
        WHERE c.relnamespace = 'corex'::regnamespace
      UNION ALL SELECT proname, proacl, proowner FROM pg_proc WHERE pronamespace = 'corex'::regnamespace) AS o (object, acl, owner),
      aclexplode(o.acl) AS a WHERE a.grantee <> o.owner`)
  expect(granted).toEqual([...grantsInCode(), ...PROVISIONED.grants].toSorted())
})

it('applied a second time it changes nothing', async () => {
  await using database = await createTestDatabase()
  const before = await describeSchema(database.admin)
  const marker = (await listMigrations(MIGRATIONS)).findLast((name) => name.endsWith('-code'))
  await database.superuser.query('DELETE FROM corex.kysely_migration WHERE name >= $1', [marker])
  expect(await migrate(database.admin, MIGRATIONS)).toEqual({ ok: true, value: [marker] })
  expect(await describeSchema(database.admin)).toEqual(before)
})

it('what it no longer holds is gone afterwards, except functions', async () => {
  await using database = await createTestDatabase()
  const before = await describeSchema(database.admin)
  await database.superuser.query(`
    SET search_path = corex, ext;
    GRANT UPDATE ON balances TO corex_app;
    GRANT SELECT (password_hash) ON users TO corex_app;
    GRANT EXECUTE ON FUNCTION end_sessions_of(uuid, text, uuid) TO corex_app;
    CREATE POLICY left_over ON sessions FOR SELECT TO corex_app USING (true);
    CREATE TRIGGER left_over BEFORE UPDATE ON branches FOR EACH ROW EXECUTE FUNCTION touch();
    ALTER TABLE entries DISABLE TRIGGER balanced;
    ALTER TABLE entries NO FORCE ROW LEVEL SECURITY;
    DELETE FROM kysely_migration WHERE name = (SELECT max(name) FROM kysely_migration)`)
  expect(await describeSchema(database.admin)).not.toEqual(before)
  await migrate(database.admin, MIGRATIONS)
  expect(await describeSchema(database.admin)).toEqual(before)
})

/** Marks a release of the code as it stands in the folder. */
async function writeMarker(folder: string, name: string): Promise<void> {
  const hash = codeHash(await readCode(join(folder, 'code')))
  await writeFile(join(folder, `${name}.sql`), `-- A release.\n-- code/ ${hash}\n`)
}

it('is applied by its newest marker, when every table that it names is there; older markers leave it to that one', async () => {
  await using folder = await temporaryFolder()
  await cp(MIGRATIONS, folder.path, { recursive: true })
  await writeFile(join(folder.path, '0998-later.sql'), '-- A table.\nCREATE TABLE later ();')
  await appendFile(join(folder.path, 'code/vault/grants.sql'), 'GRANT SELECT ON later TO corex_app;')
  await writeMarker(folder.path, '0999-code')
  await using database = await emptyDatabase()
  expect(await migrate(database.admin, folder.path)).toMatchObject({ ok: true })
})

it('names its file that fails, and leaves nothing behind', async () => {
  await using folder = await temporaryFolder()
  await cp(MIGRATIONS, folder.path, { recursive: true })
  await appendFile(join(folder.path, 'code/vault/grants.sql'), 'GRANT SELECT ON no_such_table TO corex_app;')
  await writeMarker(folder.path, '0999-code')
  await using database = await emptyDatabase()
  await expect(migrate(database.admin, folder.path)).rejects.toMatchObject({
    cause: { message: 'code/vault/grants.sql failed' },
  })
  expect(await withClient(database.admin, (client) => schemaState(client, folder.path))).toMatchObject({
    state: 'absent',
  })
})

it('the functions are valid, also those that no test calls', async () => {
  const validate = `SET search_path = pg_catalog, corex, ext;
    SELECT CASE l.lanname WHEN 'sql' THEN fmgr_sql_validator(p.oid) ELSE plpgsql_validator(p.oid) END
      FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang WHERE p.pronamespace = 'corex'::regnamespace`
  await expect(withClient(inject('cluster'), (client) => client.query(validate))).resolves.toBeDefined()
})
