import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { branchForFile } from '../support/test-file.ts'

const { database } = await branchForFile()

const bytesOf = (ids: readonly string[]) => Buffer.from(ids.join('').replaceAll('-', ''), 'hex')
const digest = (...ids: readonly string[]) =>
  createHash('sha256').update(bytesOf(ids)).digest('hex').slice(0, 20)

/** As long as anybody can choose their own keys, what keeps a key unique must not be aimed at: others' keys follow from what everybody knows. */
test('a key of a posting is kept unique by its own first 48 bits and by 80 bits of SHA-256 of key and maker', async () => {
  const [key, maker] = [randomUUID(), randomUUID()]
  const { rows } = await database.superuser.query(
    `SELECT translate(posting_key($1, $2)::text, '-', '') AS person, translate(posting_key($1, NULL)::text, '-', '') AS system`,
    [key, maker],
  )
  const moment = key.replaceAll('-', '').slice(0, 12)
  expect(rows).toEqual([{ person: moment + digest(key, maker), system: moment + digest(key) }])
  const index = await database.superuser.query(
    `SELECT indexdef FROM pg_indexes WHERE indexname = 'transactions_key_per_user'`,
  )
  expect(index.rows[0].indexdef).toMatch(
    /^CREATE UNIQUE INDEX .*\(posting_key\(idempotency_key, created_by\)\) WITH \(fillfactor='?98'?\)$/,
  )
})
