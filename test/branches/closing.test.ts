import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { approveAs } from '../support/approvals.ts'
import { bankOf } from '../support/new-branch.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { addUser } from '../support/users.ts'
import { newCode } from '../support/workstations.ts'

/** Another name of a branch, and its end. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { database, staff } = branch
const { superuser } = database
const second = await addUser(database, branch.id, { username: 'second.admin', role: 'ADMIN' })
const third = await addUser(database, branch.id, { username: 'third.admin', role: 'ADMIN' })
const { by, decide, made, rowOf, propose, moved } = bankOf(workplace, second)
const admin = () => workplace.as('admin')

test('a branch gets another name and address by two people of it, or of another one while nobody decides there', async () => {
  const { key: id } = await made()
  const asked = { key: randomUUID(), branchId: id, name: 'Branch Hafen', code: 'HFN', address: null }
  // While nobody decides there, the people of another branch do.
  await admin().call('branches.proposeChange', asked)
  expect(await approveAs(workplace, 'supervisor', asked.key)).toMatchObject({ value: { status: 'APPROVED' } })
  expect(await rowOf(id)).toMatchObject({ name: 'Branch Hafen', code: 'HFN', address: null })
  await moved('ADMIN', id, second)
  expect(await admin().ask('branches.proposeChange', { ...asked, key: randomUUID() })).toMatchObject({
    error: { code: 'OTHER_BRANCH' },
  })
})

test('a branch closes once nothing is left, each reason is named, and nobody comes to it any more', async () => {
  const { key: id, name } = await made()
  const closing = (key = randomUUID()) => admin().ask('branches.proposeClosing', { key, branchId: id })
  const anna = await moved('ADMIN', id, second)
  expect(await closing()).toMatchObject({ error: { code: 'BRANCH_NOT_EMPTY', details: { left: 'STAFF' } } })
  // Nobody proposes where they work themselves as long as others are left at their branch.
  const own = { key: randomUUID(), userId: second.id, branchId: id, until: null }
  expect(await by(second).ask('users.proposeBranch', own)).toMatchObject({ error: { code: 'OWN_USER' } })
  // The last of a branch proposes themselves away; another branch decides it.
  const home = await propose(anna, anna.id, branch.id)
  expect(await decide(anna, home)).toMatchObject({ ok: false })
  expect(await decide(third, home)).toMatchObject({ value: { status: 'APPROVED' } })
  const key = randomUUID()
  expect(await closing(key)).toMatchObject({ ok: true })
  // Something comes between proposal and approval.
  await superuser.query('ALTER TABLE balances DISABLE TRIGGER USER')
  const hold = (kind: string, amount: number) =>
    superuser.query(
      `UPDATE balances SET ledger_balance = $3, available_balance = $3 WHERE account_id = branch_account($1, $2::account_type)`,
      [id, kind, amount],
    )
  for (const kind of ['SUSPENSE', 'VAULT']) await hold(kind, 1)
  expect(await decide(second, key)).toMatchObject({
    value: { status: 'FAILED', failure: { code: 'BRANCH_NOT_EMPTY', details: { left: 'CASH, SUSPENSE' } } },
  })
  for (const kind of ['SUSPENSE', 'VAULT']) await hold(kind, 0)
  await superuser.query('ALTER TABLE balances ENABLE TRIGGER USER')
  const again = randomUUID()
  await closing(again)
  expect(await decide(second, again)).toMatchObject({ value: { status: 'APPROVED' } })
  expect(await rowOf(id)).toMatchObject({
    closedAt: expect.any(String),
    dayOpen: false,
    mayChange: false,
    mayMint: false,
  })
  const closed = { error: { code: 'BRANCH_CLOSED', details: { branch: name } } }
  expect(await closing()).toMatchObject(closed)
  const asked = { key: randomUUID(), userId: staff.teller2.id, branchId: id, until: null }
  expect(await admin().ask('users.proposeBranch', asked)).toMatchObject(closed)
  const code = { key: randomUUID(), computer: 'PC-X', hours: 8, code: newCode(), branchId: id }
  expect(await admin().ask('workstations.proposeCode', code)).toMatchObject(closed)
  expect((await admin().call('users.list', {})).branches.map((each) => each.id)).not.toContain(id)
})
