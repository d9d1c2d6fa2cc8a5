import { afterAll, expect, test } from 'vitest'
import { createTestDatabase } from '../support/database.ts'
import { branchForFile } from '../support/test-file.ts'
import { PASSWORD } from '../support/users.ts'
import { createWorkplace } from '../support/workplace.ts'

const branch = await branchForFile()
const database = await createTestDatabase()
const empty = createWorkplace({ ...branch, database })
afterAll(async () => {
  await empty.close()
  await database.drop()
})

const input = {
  branchName: 'Branch Riyadh',
  currency: 'USD',
  numberFormat: 'POINT_COMMA' as const,
  weekend: [5, 6],
  timeZone: 'Asia/Riyadh',
  tills: 1,
  administrator: { username: 'first', fullName: 'First Admin', email: 'a@example.test', password: PASSWORD },
}

test('the weekend that the wizard asks for is the branch’s from its first day on, and takes no whole week', async () => {
  const whole = { ...input, weekend: [1, 2, 3, 4, 5, 6, 7] }
  expect(await empty.ask('branches.setUp', whole)).toMatchObject({ error: { code: 'VALIDATION' } })
  await empty.call('branches.setUp', input)
  expect((await empty.call('sessions.get', {})).branch).toMatchObject({ weekend: [5, 6] })
})
