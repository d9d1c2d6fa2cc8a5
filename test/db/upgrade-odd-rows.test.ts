import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withClient } from '../../electron/db/admin.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { provision } from '../../electron/db/provision.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { changeContactSql } from '../support/customers.ts'
import { only } from '../support/queries.ts'
import { createRelease01Database } from './fixtures/release-0.1.ts'

/** What release 0.1 accepted and later releases do not: an upgrade keeps every row, and each can be read and changed afterwards. */

/** One letter that becomes eighteen in its plain form. */
const LONG_WHEN_PLAIN = 'ﷺ'

/** The last name of each, and what is odd about it. */
const CUSTOMERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Early: { date_of_birth: '-infinity' },
  Caesar: { date_of_birth: '0100-07-12 BC' },
  Upper: { email: 'TWIN@Example.test' },
  Lower: { email: 'twin@example.test' },
  Mail: { email: `${LONG_WHEN_PLAIN.repeat(200)}@example.test` },
  Invisible: { first_name: '\u200B\u200B' },
  'Bell\u0007': { address: 'Street\u001F 1' },
  [LONG_WHEN_PLAIN.repeat(100)]: { country: 'Kingdom of Sweden' },
}

const DOCUMENTS: readonly (readonly [lastName: string, number: string, expires?: string])[] = [
  ['Early', 'AB–123'],
  ['Caesar', 'AB123'],
  ['Upper', 'ＡＢ123'],
  ['Lower', 'АВ777'], // the letters are Cyrillic
  ['Early', '---', 'infinity'],
  ['Upper', '***', '-infinity'],
  ['Mail', LONG_WHEN_PLAIN.repeat(100)],
  ['Invisible', 'C\u0007-1', '0044-03-15 BC'],
]

let database: Awaited<ReturnType<typeof createRelease01Database>>
let before: readonly unknown[]

beforeAll(async () => {
  database = await createRelease01Database()
  await withClient(database.admin, writeOddRows)
  before = await identities()
  await provision(database.admin, database.admin.database, MIGRATIONS)
  expect(await migrate(database.admin, MIGRATIONS)).toMatchObject({ ok: true })
})
afterAll(() => database[Symbol.asyncDispose]())

async function writeOddRows(client: Client): Promise<void> {
  await client.query('SET search_path = corex, ext')
  const teller = `(SELECT id FROM users WHERE username = 'teller')`
  for (const [last_name, odd] of Object.entries(CUSTOMERS)) {
    const row = { first_name: 'Odd', date_of_birth: '1970-01-01', ...odd, last_name }
    const places = Object.keys(row).map((_, n) => `$${n + 1}`)
    const columns = Object.keys(row).join(', ')
    await client.query(
      `INSERT INTO customers (${columns}, created_by) VALUES (${places.join(', ')}, ${teller})`,
      Object.values(row),
    )
  }
  for (const [lastName, number, expires = null] of DOCUMENTS) {
    const file = await client.query<{ id: string }>(
      `INSERT INTO kyc_files (media_type, byte_size, wrapped_key, content, created_by) VALUES ('image/png', 100, $1, $2, ${teller}) RETURNING id`,
      [randomBytes(60), randomBytes(128)],
    )
    await client.query(
      `INSERT INTO kyc_documents (customer_id, document_type, document_number, file_id, expires_at, created_by)
       SELECT id, 'PASSPORT', $2, $3, $4, ${teller} FROM customers WHERE last_name = $1`,
      [lastName, number, only(file.rows).id, expires],
    )
  }
  await client.query(
    `INSERT INTO users (username, full_name, email, password_hash, role, branch_id)
     SELECT 'twin', E'Twin\\x01', 'ADMIN@Example.test', password_hash, 'TELLER', branch_id FROM users WHERE username = 'admin'`,
  )
}

/** Which customers, documents and users there are. */
const identities = () =>
  withClient(database.admin, async (client) => {
    const tables = ['customers', 'kyc_documents', 'users'].map((table) => `SELECT id FROM corex.${table}`)
    return (await client.query(`${tables.join(' UNION ALL ')} ORDER BY 1`)).rows
  })

it('an upgrade keeps all rows, however odd, and leaves no rule that some of them break', async () => {
  expect(await identities()).toEqual(before)
  // A key that the server does not enforce is asked for by triggers: see docs/decisions/0043.
  const { rows: unproven } = await withClient(database.admin, (client) =>
    client.query(
      `SELECT conname FROM pg_constraint k
       WHERE NOT convalidated AND conname ~ '_' AND coalesce((to_jsonb(k)->>'conenforced')::boolean, true)`,
    ),
  )
  expect(unproven).toEqual([])
})

it('every customer of an earlier release is found, opened and changed', async () => {
  const { rows: customers } = await withClient(database.admin, (client) =>
    client.query<{ id: string; at: string }>('SELECT id, updated_at::text AS at FROM corex.customers'),
  )
  const { rows: found } = await database.teller.query(`SELECT search_customers('Odd', 50)`)
  expect(found).toHaveLength(Object.keys(CUSTOMERS).length - 1)
  for (const { id, at } of customers) {
    await database.teller.query('SELECT read_customer($1)', [id])
    await database.teller.query('SELECT * FROM list_documents($1)', [id])
    await database.teller.query(changeContactSql({ city: 'Lund', email: null }, '$1', '$2'), [id, at])
  }
})

it('a document whose number was typed in look-alike letters is found by ours', async () => {
  const { rows } = await database.teller.query(
    `SELECT c ->> 'lastName' AS name FROM search_customers('AB777', 5) AS c`,
  )
  expect(rows).toEqual([{ name: 'Lower' }])
})
