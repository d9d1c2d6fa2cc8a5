import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'

/** A superuser's connection to the embedded server under a data folder, to look at what is stored. */
export async function withLedger<T>(userData: string, work: (client: Client) => Promise<T>): Promise<T> {
  const folder = join(userData, 'database')
  const lock = readFileSync(join(folder, 'cluster/postmaster.pid'), 'utf8').split('\n')
  const [port, host] = [Number(lock[3]), lock[4]]
  const password = readFileSync(join(folder, 'superuser.secret'), 'utf8').trim()
  const client = new Client({ host, port, user: 'postgres', password, database: 'coreX-DB' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** What is wrong with the books; an empty list when they balance. */
export const booksFaults = (userData: string) =>
  withLedger(userData, async (client) => (await client.query('SELECT * FROM corex.check_books()')).rows)

/** Keeps everybody from a table, so that what reads it is not answered until `release` is called. */
export async function holdBack(userData: string, table: string): Promise<{ release: () => Promise<void> }> {
  const begun = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const held = withLedger(userData, async (client) => {
    await client.query(`BEGIN; LOCK TABLE corex.${table} IN ACCESS EXCLUSIVE MODE`)
    begun.resolve()
    await released.promise
    await client.query('ROLLBACK')
  })
  await Promise.race([begun.promise, held])
  return {
    release: () => {
      released.resolve()
      return held
    },
  }
}
