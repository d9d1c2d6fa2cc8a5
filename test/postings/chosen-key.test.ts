import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { newKey } from '../../renderer/calls/new-key.ts'
import { branchForFile } from '../support/test-file.ts'

const { database } = await branchForFile()

const bytesOf = (ids: readonly string[]) => Buffer.from(ids.join('').replaceAll('-', ''), 'hex')
const digest = (...ids: readonly string[]) =>
  createHash('sha256').update(bytesOf(ids)).digest('hex').slice(0, 20)

async function keyOf(key: string, maker: string | null): Promise<string> {
  const { rows } = await database.superuser.query(
    `SELECT translate(posting_key($1, $2)::text, '-', '') AS made`,
    [key, maker],
  )
  return rows[0].made
}

/** As long as anybody can choose their own keys, what keeps a key unique must not be aimed at: others' keys follow from what everybody knows. */
test('a key of a posting is kept unique by its own first bits and by 80 bits of SHA-256 of key and maker', async () => {
  const [key, maker] = ['f' + randomUUID().slice(1), randomUUID()]
  expect(await keyOf(key, maker)).toBe(`7${key.replaceAll('-', '').slice(1, 12)}${digest(key, maker)}`)
  expect(await keyOf(key, null)).toBe(`7${key.replaceAll('-', '').slice(1, 12)}${digest(key)}`)
  const index = await database.superuser.query(
    `SELECT indexdef FROM pg_indexes WHERE indexname = 'transactions_key_per_user'`,
  )
  expect(index.rows[0].indexdef).toMatch(
    /^CREATE UNIQUE INDEX .*\(posting_key\(idempotency_key, created_by\)\) WITH \(fillfactor='?98'?\)$/,
  )
})

test('the keys that windows make come one after another, behind all others', async () => {
  const maker = randomUUID()
  const moments = [1_780_000_000_000, 1_780_000_000_001, 1_900_000_000_000]
  const made = await Promise.all(moments.map(async (moment) => keyOf(newKey(moment), maker)))
  expect(made.toSorted()).toEqual(made)
  expect(made.map((key) => key.slice(0, 2))).toEqual(['81', '81', '81'])
  const others = [
    keyOf(newKey(), null),
    keyOf(`ffffffff-ffff-4fff-bfff-${'f'.repeat(12)}`, maker),
    keyOf(`01ffffff-ffff-7fff-bfff-${'f'.repeat(12)}`, maker),
  ]
  for (const other of await Promise.all(others)) expect(other < '8').toBe(true)
})
