import { expect, test } from 'vitest'
import { branchForFile } from '../support/test-file.ts'
import { addUser } from '../support/users.ts'

const branch = await branchForFile()
const { database } = branch

test('two administrators cannot suspend each other at the same moment', async () => {
  const second = await addUser(database, branch.id, { username: 'admin2', role: 'ADMIN' })
  const outcomes = await Promise.allSettled([
    branch.pool('admin').query(`SELECT set_user_status($1, 'SUSPENDED')`, [second.id]),
    database.pool(second.token).query(`SELECT set_user_status($1, 'SUSPENDED')`, [branch.staff.admin.id]),
  ])
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  const left = await database.superuser.query(`SELECT FROM users WHERE role = 'ADMIN' AND status = 'ACTIVE'`)
  expect(left.rowCount).toBe(1)
})
