import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../electron/db/admin.ts'
import { inTransaction } from '../../electron/db/in-transaction.ts'
import { poolFor } from '../../electron/db/proven-client.ts'
import { createDb, createPool } from '../../electron/db/pool.ts'
import { type ConnectionState, watchConnection } from '../../electron/db/watch.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await database.superuser.query('CREATE TABLE corex.pairs (id int PRIMARY KEY, n int NOT NULL)')
  await database.superuser.query('INSERT INTO corex.pairs VALUES (1, 0), (2, 0)')
})
afterAll(() => database.drop())

describe('a pool', () => {
  it('carries the token on each of its connections from the first query on', async () => {
    const token = randomBytes(32).toString('hex')
    const pool = database.pool(token)
    const ask = () => pool.query(`SELECT current_setting('corex.session') AS token, pg_sleep(0.01)`)
    const answers = await Promise.all(Array.from({ length: 200 }, ask))
    expect(answers.filter((answer) => answer.rows[0]?.token !== token)).toEqual([])
    const nobody = await database.pool().query(`SELECT current_setting('corex.session', true) AS token`)
    expect(nobody.rows).toEqual([{ token: null }])
  })

  it.each(['short', 'a b c d e f g h i j k', `${'a'.repeat(40)} -c role=postgres`, ''])(
    'refuses %j as a token',
    (text) => {
      expect(() => createPool(database.admin, text)).toThrow('Not a session token')
    },
  )

  it('does not use a connection again that did not answer in time', async () => {
    const pool = poolFor(database.workstation(1), { max: 1, query_timeout: 2_000 })
    const db = createDb(pool)
    await expect(sql`SELECT pg_sleep(30)`.execute(db)).rejects.toThrow('Query read timeout')
    expect((await sql`SELECT 1 AS n`.execute(db)).rows).toEqual([{ n: 1 }])
    await db.destroy()
  })

  it('gives exact text for what JavaScript would round or shift', async () => {
    const { rows } = await database.pool().query({
      text: `SELECT 9007199254740993::int8 AS big, 0.10::numeric AS amount, DATE '2026-03-29' AS day,
          TIMESTAMPTZ '2026-03-29 02:30:00.123456+02' AS moment, TIMESTAMPTZ '-infinity' AS never,
          ARRAY[1.50, NULL]::numeric[] AS amounts, ARRAY[TIMESTAMPTZ '2026-01-01 00:00:00+00'] AS moments,
          '{}'::int8[] AS none, INTERVAL '1 hour' AS long, 7::int4 AS small, true AS yes, '\\x01ff'::bytea AS bytes`,
    })
    expect(rows).toEqual([
      {
        big: '9007199254740993',
        amount: '0.10',
        day: '2026-03-29',
        moment: '2026-03-29T00:30:00.123456Z',
        never: '-infinity',
        amounts: ['1.50', null],
        moments: ['2026-01-01T00:00:00Z'],
        none: [],
        long: 'PT1H',
        small: 7,
        yes: true,
        bytes: Buffer.from([1, 255]),
      },
    ])
  })

  it("stays exact whatever the login's own settings are", async () => {
    const { user } = database.workstation(2)
    await database.superuser.query(`ALTER ROLE ${user} SET timezone = 'Asia/Tokyo'`)
    await database.superuser.query(`ALTER ROLE ${user} SET datestyle = 'German'`)
    const { rows } = await database
      .pool(null, 2)
      .query(`SELECT TIMESTAMPTZ '2026-01-01 00:00:00+00' AS moment`)
    expect(rows).toEqual([{ moment: '2026-01-01T00:00:00Z' }])
  })

  it("posts to disk and reads what is committed whatever the login's own settings are", async () => {
    const login = database.workstation(2)
    await database.superuser.query(`ALTER ROLE ${login.user} SET synchronous_commit = off`)
    await database.superuser.query(
      `ALTER ROLE ${login.user} SET default_transaction_isolation = 'serializable'`,
    )
    const pool = createPool(login, null)
    const { rows } = await pool.query(`SELECT current_setting('synchronous_commit') AS durability,
      current_setting('transaction_isolation') AS isolation`)
    expect(rows).toEqual([{ durability: 'on', isolation: 'read committed' }])
    await pool.end()
  })

  it('survives the loss of its idle connections', async () => {
    const pool = database.pool()
    await pool.query('SELECT 1')
    await database.superuser.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1`,
      [database.workstation(1).user],
    )
    await expect.poll(() => pool.totalCount).toBe(0)
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })

  it('survives the loss of a connection in the middle of a transaction', async () => {
    const pool = database.pool()
    const client = await pool.connect()
    await client.query('BEGIN')
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    const ended = new Promise<void>((resolve) => client.once('end', resolve))
    await database.superuser.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
    await ended
    await expect(client.query('SELECT 1')).rejects.toThrow('not queryable')
    client.release(true)
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })
})

const arrange = () => createDb(createPool(database.admin, null))
const add = (id: number) => sql`UPDATE corex.pairs SET n = n + 1 WHERE id = ${id}`

describe('inTransaction', () => {
  it('is READ COMMITTED, and undoes everything when its work throws', async () => {
    const db = arrange()
    const level = await inTransaction(db, (trx) => sql<object>`SHOW transaction_isolation`.execute(trx))
    expect(level.rows).toEqual([{ transaction_isolation: 'read committed' }])
    const failing = inTransaction(db, async (trx) => {
      await add(1).execute(trx)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect((await sql`SELECT n FROM corex.pairs WHERE id = 1`.execute(db)).rows).toEqual([{ n: 0 }])
    await db.destroy()
  })

  it('runs the victim of a deadlock again, and both are done once', async () => {
    const db = arrange()
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
    let runs = 0
    const opposed = (first: number, second: number, mine: 0 | 1, theirs: 0 | 1) =>
      inTransaction(db, async (trx) => {
        runs += 1
        await add(first).execute(trx)
        gates[mine].resolve()
        await gates[theirs].promise
        await add(second).execute(trx)
      })
    await Promise.all([opposed(1, 2, 0, 1), opposed(2, 1, 1, 0)])
    expect(runs).toBe(3)
    const { rows } = await sql`SELECT id, n FROM corex.pairs ORDER BY id`.execute(db)
    expect(rows).toEqual([
      { id: 1, n: 2 },
      { id: 2, n: 2 },
    ])
    await db.destroy()
  })

  it('gives up after a few attempts, and never repeats any other failure', async () => {
    const db = arrange()
    const count = async (code: string) => {
      let runs = 0
      const run = inTransaction(db, async () => {
        runs += 1
        throw Object.assign(new Error('from the server'), { code })
      })
      await expect(run).rejects.toThrow('from the server')
      return runs
    }
    expect([await count('40001'), await count('40P01'), await count('23505')]).toEqual([4, 4, 1])
    await db.destroy()
  })
})

describe('watchConnection', () => {
  it('reports at once that the server is lost and that it is back', async () => {
    const connection = database.workstation(1)
    const states: ConnectionState[] = []
    const watch = watchConnection(connection, {
      onChange: (state) => states.push(state),
      onApprovals: () => {},
      onJobs: () => {},
      onSessions: () => {},
      onSchema: () => {},
    })
    await expect.poll(() => states).toEqual([{ up: true }])

    await database.superuser.query(`ALTER ROLE ${connection.user} NOLOGIN`)
    await withClient(database.admin, (client) =>
      client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [
        connection.user,
      ]),
    )
    await expect.poll(() => states.at(-1)).toMatchObject({ up: false, fault: { code: 'SERVER_UNREACHABLE' } })
    await database.superuser.query(`ALTER ROLE ${connection.user} LOGIN`)
    await expect.poll(() => states.length, { timeout: 10_000 }).toBe(3)
    expect(states.at(-1)).toEqual({ up: true })
    await watch.stop()
  })
})
