import { afterAll, beforeAll, expect, test } from 'vitest'
import { urlOf } from '../../electron/db/connection.ts'
import { connect, disconnect } from '../../electron/services/database/connect.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createWorkplace } from '../support/workplace.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const heartbeats = async () =>
  (
    await database.superuser.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'corex heartbeat'`,
    )
  ).rowCount

test('pressed again and again, "try again" opens one database, and quitting closes it, even half open', async () => {
  const desk = createWorkplace(database)
  const { workplace } = desk
  Object.assign(workplace, {
    options: { ...workplace.options, env: { COREX_DATABASE_URL: urlOf(database.workstation(1)) } },
  })
  const answers = await Promise.all([1, 2, 3].map(() => desk.ask('database.retry', {})))
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true])
  await expect.poll(heartbeats).toBe(1)
  await disconnect(workplace)
  const opening = connect(workplace)
  await disconnect(workplace) // somebody quits before it is open
  await opening
  expect(workplace.database).toBe(null)
  await expect.poll(heartbeats).toBe(0)
})
