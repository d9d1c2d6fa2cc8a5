import { randomUUID } from 'node:crypto'
import { openTill } from './posting-functions.ts'
import { newUser, signedIn, type TestUser } from './users.ts'
import type { TestWorkplace } from './workplace.ts'

/** A teller whom the administrator makes by the window, and whose session the administrator may well have: at the second workstation. */
export async function puppet(workplace: TestWorkplace): Promise<TestUser> {
  const { database } = workplace.branch
  const user = newUser()
  await workplace.as('admin').call('users.create', user)
  await database.superuser.query('UPDATE users SET must_change_password = false WHERE id = $1', [user.id])
  return signedIn(database, user.username, 2)
}

/** Ten dollars that such a teller wants from the vault, for a till of their own; answers the proposal. */
export async function cashForPuppet(workplace: TestWorkplace): Promise<string> {
  const { branch } = workplace
  const [till, approvalId] = [randomUUID(), randomUUID()]
  const teller = branch.database.pool((await puppet(workplace)).token, 2)
  await branch.database.superuser.query('SELECT make_till($1, $2, $3)', [till, branch.id, `Till ${till}`])
  await openTill(teller, till, '0')
  await teller.query(`SELECT propose_till_cash($1, 'IN', 10)`, [approvalId])
  return approvalId
}
