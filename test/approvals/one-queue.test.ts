import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { proposedCorrection } from '../customers/error-cases.ts'
import { approveAs, shownTo } from '../support/approvals.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { addEmptyDay } from '../support/days.ts'
import { approveDocument } from '../support/documents.ts'
import { workplaceForFile } from '../support/test-file.ts'

// Corrections of name and birth and withdrawals of a day wait where everything waits that two people decide.

const workplace = await workplaceForFile()
const { branch } = workplace
const { database, staff } = branch

const inQueue = async (id: string) => {
  const { approvals } = await workplace.as('supervisor').call('approvals.list', { waiting: true })
  return approvals.find((approval) => approval.id === id)
}

const correctionOf = async (id: string) =>
  (await database.superuser.query('SELECT status, decided_by FROM customer_corrections WHERE id = $1', [id]))
    .rows[0]

test('a correction waits in the queue and is approved there, once its document was shown', async () => {
  const { id, customerId, documentId } = await proposedCorrection(workplace)
  expect(await inQueue(id)).toMatchObject({ kind: 'CUSTOMER_CORRECTION', mayDecide: true })
  await approveDocument(database, staff.supervisor, documentId)
  expect(await shownTo(workplace, 'supervisor', id)).toMatchObject({
    facts: { newName: 'Anna Ericson', documentId },
  })
  expect(await approveAs(workplace, 'supervisor', id)).toMatchObject({ value: { status: 'APPROVED' } })
  expect(await workplace.as('teller').call('customers.get', { customerId })).toMatchObject({
    lastName: 'Ericson',
  })
  expect(await correctionOf(id)).toEqual({ status: 'APPROVED', decided_by: staff.supervisor.id })
})

test('one that is declined on the customer’s page is decided in the queue too, and one can be taken back', async () => {
  const declined = await proposedCorrection(workplace)
  await workplace
    .as('supervisor')
    .call('customers.declineCorrection', { correctionId: declined.id, reason: 'Not so' })
  expect(await inQueue(declined.id)).toBeUndefined()
  expect(await shownTo(workplace, 'auditor', declined.id)).toMatchObject({
    status: 'DECLINED',
    reason: 'Not so',
  })
  const withdrawn = await proposedCorrection(workplace)
  await workplace.as('teller').call('approvals.withdraw', { approvalId: withdrawn.id })
  expect(await correctionOf(withdrawn.id)).toEqual({ status: 'WITHDRAWN', decided_by: staff.teller.id })
})

test('a day is withdrawn from the queue by an administrator', async () => {
  await addEmptyDay(branch, '2003-01-01')
  await workplace
    .as('supervisor')
    .call('branches.proposeWithdrawal', { businessDate: '2003-01-01', reason: 'Wrong year' })
  const { approvals } = await workplace.as('admin').call('approvals.list', { waiting: true })
  const waiting = approvals.find(({ kind }) => kind === 'DAY_WITHDRAWAL')
  expect(waiting).toMatchObject({ subject: '2003-01-01', mayDecide: true })
  expect(await approveAs(workplace, 'admin', waiting?.id ?? '')).toMatchObject({
    value: { status: 'APPROVED' },
  })
  const { rows } = await database.superuser.query(
    `SELECT status FROM business_days WHERE business_date = '2003-01-01'`,
  )
  expect(rows).toEqual([{ status: 'WITHDRAWN' }])
})

test('an upgrade puts what waits in an older database into the queue', async () => {
  const { id } = await proposedCorrection(workplace)
  const migration = readFileSync(join(MIGRATIONS, '0037-corrections-and-withdrawals.sql'), 'utf8')
  const inserts = migration.slice(migration.indexOf('INSERT INTO approvals'))
  const always = ['b_guard', 'no_delete', 'no_truncate']
    .map((name) => `ALTER TABLE approvals ENABLE ALWAYS TRIGGER ${name};`)
    .join('')
  await database.superuser
    .query(`ALTER TABLE approvals DISABLE TRIGGER USER; DELETE FROM approvals WHERE kind IN
    ('CUSTOMER_CORRECTION', 'DAY_WITHDRAWAL'); ${inserts} ALTER TABLE approvals ENABLE TRIGGER USER; ${always}`)
  expect(await inQueue(id)).toMatchObject({ kind: 'CUSTOMER_CORRECTION', mayDecide: true })
  expect(await shownTo(workplace, 'supervisor', id)).toMatchObject({ changed: [] })
})
