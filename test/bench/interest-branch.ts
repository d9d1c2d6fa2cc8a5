import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { DATABASE_NAME } from '../../electron/db/connection.ts'
import { startEmbedded } from '../../electron/db/embedded/start.ts'
import { administratorOf } from '../../electron/db/open-embedded.ts'
import { poolFor } from '../../electron/db/proven-client.ts'
import { provision } from '../../electron/db/provision.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { insertCustomerSql } from '../support/customers.ts'
import { only } from '../support/queries.ts'
import { PASSWORD_HASH } from '../support/users.ts'

/** A branch with many accounts, on the server's real, durable settings. */
export type InterestBranch = {
  readonly superuser: Pool
  readonly branchId: string
  /** The process of the server. */
  readonly server: number
  readonly close: () => Promise<void>
}

const MIGRATIONS = join(import.meta.dirname, '../../migrations')

export async function openInterestBranch(): Promise<InterestBranch> {
  const folder = await mkdtemp(join(tmpdir(), 'corex-interest-'))
  await chmod(folder, 0o711) // root's server runs as a system user, which has to pass through
  const started = await startEmbedded({ dataFolder: join(folder, 'data'), log: console.log })
  if (!started.ok) throw new Error(`The server did not start: ${JSON.stringify(started.error)}`)
  const admin = administratorOf(started.value)
  await provision(admin, DATABASE_NAME, MIGRATIONS)
  const migrated = await migrate(admin, MIGRATIONS)
  if (!migrated.ok) throw new Error(`Not migrated: ${JSON.stringify(migrated.error)}`)
  const superuser = poolFor(admin, { max: 1, options: '-c search_path=corex,pg_temp -c timezone=UTC' })
  await superuser.query(
    `SELECT set_up_branch('Branch Nord', 'USD', 'POINT_COMMA', '{6,7}', 'UTC', 1, 'admin', 'Ada Admin', 'admin@example.test', $1, decode(repeat('00', 60), 'hex'))`,
    [PASSWORD_HASH],
  )
  const { rows } = await superuser.query<{ id: string }>('SELECT id FROM branches')
  const close = async () => {
    await superuser.end()
    await started.value.stop()
    await rm(folder, { recursive: true })
  }
  return { superuser, branchId: only(rows).id, server: started.value.pid, close }
}

export type BenchProduct = { readonly dayCount: string; readonly rate: string; readonly monthlyFee: string }

/** What a customer has at most: an account that is opened asks for all that its holder has. */
const ACCOUNTS_OF_ONE = 20

/** Opens accounts of each product in turn and puts money on them from a value date on: 100.01 on the first, one cent more on each next one. */
export async function fillAccounts(
  { superuser, branchId }: Pick<InterestBranch, 'superuser' | 'branchId'>,
  products: readonly BenchProduct[],
  count: number,
  valueDate: string,
): Promise<void> {
  const customers: string[] = []
  for (let n = 0; n < count; n += ACCOUNTS_OF_ONE) {
    const made = await superuser.query<{ id: string }>(
      `${insertCustomerSql({ kyc_status: `'APPROVED'`, created_by: '(SELECT id FROM users ORDER BY id LIMIT 1)' })} RETURNING id`,
    )
    customers.push(only(made.rows).id)
  }
  const ids: string[] = []
  for (const [n, { dayCount, rate, monthlyFee }] of products.entries()) {
    const made = await superuser.query<{ id: string }>(
      `WITH made AS (INSERT INTO products (name, account_type, currency) VALUES ($1, 'SAVINGS', 'USD') RETURNING id),
       terms AS (INSERT INTO product_terms (product_id, valid_from, day_count, rates, monthly_fee)
         SELECT id, '2000-01-01', $2, jsonb_build_array(jsonb_build_object('above', '0.00', 'rate', $3::text)), $4 FROM made)
       SELECT id FROM made`,
      [`Saver ${n}`, dayCount, rate, monthlyFee],
    )
    ids.push(only(made.rows).id)
  }
  // In parts: what opening an account asks for is planned for the few rows that are there when the statement begins.
  for (let from = 0, part = 1_000; from < count; from += part, part = 10_000) {
    await superuser.query(
      `INSERT INTO accounts (customer_id, account_type, currency, branch_id, product_id, created_by, created_at)
       SELECT ($1::uuid[])[1 + n / ${ACCOUNTS_OF_ONE}], 'SAVINGS', 'USD', $2, ($3::uuid[])[1 + n % cardinality($3::uuid[])],
         (SELECT id FROM users ORDER BY id LIMIT 1), $4::date
       FROM generate_series($5::int, least($5 + $6::int, $7::int) - 1) AS n`,
      [customers, branchId, ids, valueDate, from, part, count],
    )
    await superuser.query('ANALYZE accounts, kyc_standing, customers, entries')
  }
  await superuser.query('ANALYZE')
  await superuser.query(
    `WITH run AS (INSERT INTO job_runs (kind, branch_id, business_date, status, finished_at) VALUES ('LOAD', $1, $2, 'DONE', clock_timestamp()) RETURNING job_runs)
     SELECT acting_as('JOB', 'JOB', (job_runs).id), post_charges(job_runs, 'TRANSFER', branch_account($1, 'SUSPENSE'), $2, 'Opening money',
       ARRAY(SELECT ROW(id, 'CREDIT', 100 + row_number() OVER (ORDER BY id)::numeric / 100, gen_random_uuid())::charge
         FROM accounts WHERE customer_id IS NOT NULL)) FROM run`,
    [branchId, valueDate],
  )
  await superuser.query('VACUUM ANALYZE')
}
