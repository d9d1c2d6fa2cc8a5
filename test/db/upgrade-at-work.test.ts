import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { withClient } from '../../electron/db/admin.ts'
import { codeOf } from '../../electron/db/fault.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { provision } from '../../electron/db/provision.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { createRelease01Database } from './fixtures/release-0.1.ts'

/** What release 0.1 is told while the functions change under it: try again, or that its call is gone. */
const EXPECTED = ['40P01', '55P03', '42883', 'XX000', '57014']

/**
 * A call of release 0.1 that had begun, and waited for its session until the upgrade was done: its functions are gone, and the type by
 * which they say who is signed in has one attribute more than they fill. It has read nothing and written nothing.
 */
const waitedForItsSession = (error: unknown): boolean =>
  codeOf(error) === '42846' && String(error).includes('cannot cast type record to identity')

it('a database is upgraded while tellers post on it, and no posting is lost or made twice', async () => {
  await using database = await createRelease01Database()
  const upgrade = { running: true }
  const done: string[] = []
  const errors: (string | undefined)[] = []
  const postAsRelease01 = async () => {
    while (upgrade.running) {
      const key = randomUUID()
      try {
        await database.teller.query(`SELECT post_journal($1, 'DEPOSIT', $2, $3, 1.00, 'USD', 'At work')`, [
          key,
          database.till,
          database.account,
        ])
        done.push(key)
      } catch (error) {
        if (!waitedForItsSession(error)) errors.push(codeOf(error))
        if (codeOf(error) === '42883') return // the upgrade has taken this release's function away
      }
    }
  }
  const tellers = [postAsRelease01(), postAsRelease01(), postAsRelease01()]
  try {
    await provision(database.admin, database.admin.database, MIGRATIONS)
    expect(await migrate(database.admin, MIGRATIONS)).toMatchObject({ ok: true })
  } finally {
    upgrade.running = false
    await Promise.all(tellers)
  }
  expect(errors.filter((code) => !EXPECTED.includes(code ?? ''))).toEqual([])
  const { rows } = await withClient(database.admin, (client) =>
    client.query(
      `SELECT count(*)::int AS posted, (SELECT count(*)::int FROM corex.check_books()) AS faults
       FROM corex.transactions WHERE description = 'At work'`,
    ),
  )
  expect(rows).toEqual([{ posted: done.length, faults: 0 }])
})
