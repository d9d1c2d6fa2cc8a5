import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { withClient } from '../../electron/db/admin.ts'
import { readMigrations, wayOf } from '../../electron/db/migration-files.ts'
import { runOutside } from '../../electron/db/run-while-working.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
/** What a workstation of release 0300-code could call. */
const CALLS = readFileSync(join(import.meta.dirname, 'fixtures/served-0300.txt'), 'utf8')
  .trim()
  .split('\n')

it('every function that the oldest served release calls is there, or one that has more arguments with defaults', async () => {
  const { rows } = await withClient(
    inject('cluster'),
    (client) =>
      client.query<{ call: string }>(
        `SELECT call FROM unnest($1::text[]) AS call WHERE NOT EXISTS (SELECT FROM pg_proc p
           WHERE p.pronamespace = 'corex'::regnamespace AND p.proname = split_part(call, '(', 1)
             AND has_function_privilege('corex_app', p.oid, 'EXECUTE')
             AND starts_with(replace(oidvectortypes(p.proargtypes), ' ', '') || ',',
               replace(replace(rtrim(substr(call, strpos(call, '(') + 1), ')'), 'corex.', ''), ' ', '') || CASE WHEN call LIKE '%()' THEN '' ELSE ',' END)
             AND p.pronargs - p.pronargdefaults <= cardinality(string_to_array(rtrim(substr(call, strpos(call, '(') + 1), ')'), ',')))`,
        [CALLS],
      ),
    { options: '-c search_path=corex,ext' },
  )
  expect(CALLS.length).toBeGreaterThan(200)
  expect(rows).toEqual([])
})

it('a new password as a hash, which nobody can check, is refused with where to go instead', async () => {
  const hash = `$2a$12$${'a'.repeat(53)}`
  const old = branch
    .pool('teller')
    .query('SELECT change_own_password($1, $2, $3)', ['ticket', hash, Buffer.alloc(60)])
  await expect(old).rejects.toMatchObject({
    constraint: 'PASSWORD_TOO_SHORT',
    detail: expect.stringContaining('where the newer program is installed'),
  })
})

it('the ledger’s entries are read page by page by one key', async () => {
  const { superuser } = branch.database
  const { rows: codes } = await superuser.query<{ code: string }>(
    'SELECT code FROM gl_accounts ORDER BY code',
  )
  const { rows: days } = await superuser.query<{ day: string }>(
    'SELECT max(business_date)::text AS day FROM business_days',
  )
  const page = async (code: string, after: string | null, limit: number) => {
    const query = 'SELECT read_ledger_entries($1, $2, $3, true, $4, $5) AS entry'
    const values = [code, branch.currency, days[0]?.day, after, limit]
    const { rows } = await branch.pool('supervisor').query<{ entry: { entryId: string } }>(query, values)
    return rows.map(({ entry }) => entry.entryId)
  }
  const found = await Promise.all(
    codes.map(async ({ code }) => ({ code, keys: await page(code, null, 200) })),
  )
  const [some] = found.filter(({ keys }) => keys.length > 0)
  const [first, ...others] = some?.keys ?? []
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8]/)
  expect(await page(some?.code ?? '', first ?? '', 200)).toEqual(others)
})

it('what an upgrade runs outside a transaction can be run, and run again where it was stopped', async () => {
  const files = (await readMigrations(MIGRATIONS)).filter(
    ({ text }) => wayOf(text) === 'outside a transaction',
  )
  expect(files.length).toBeGreaterThan(1)
  await withClient(branch.database.admin, async (client) => {
    for (const { text } of files) for (let time = 0; time < 2; time++) await runOutside(client, text)
  })
})
