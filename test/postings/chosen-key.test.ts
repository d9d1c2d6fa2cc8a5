import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { branchForFile } from '../support/test-file.ts'

const { database } = await branchForFile()

const bytesOf = (ids: readonly string[]) => Buffer.from(ids.join('').replaceAll('-', ''), 'hex')
const digest = (...ids: readonly string[]) =>
  createHash('sha256').update(bytesOf(ids)).digest('hex').slice(0, 32)

/** As long as anybody can choose their own keys, what keeps a key unique must not be aimed at: others' keys follow from what everybody knows. */
test('a key of a posting is kept unique by 128 bits of SHA-256 of key and maker', async () => {
  const [key, maker] = [randomUUID(), randomUUID()]
  const { rows } = await database.superuser.query(
    `SELECT translate(key_of_maker($1, $2)::text, '-', '') AS person, translate(key_of_maker($1, NULL)::text, '-', '') AS system`,
    [key, maker],
  )
  expect(rows).toEqual([{ person: digest(key, maker), system: digest(key) }])
  const index = await database.superuser.query(
    `SELECT indexdef FROM pg_indexes WHERE indexname = 'transactions_key_per_user'`,
  )
  expect(index.rows[0].indexdef).toMatch(
    /^CREATE UNIQUE INDEX .*\(key_of_maker\(idempotency_key, created_by\)\)$/,
  )
})
