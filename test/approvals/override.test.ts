import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { balanceOf, openNewCustomersAccount } from '../support/accounts.ts'
import { proposedCorrection } from '../customers/error-cases.ts'
import { shownTo } from '../support/approvals.ts'
import { approveDocument, lookAt } from '../support/documents.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { only } from '../support/queries.ts'
import { PASSWORD } from '../support/users.ts'

// A supervisor signs beside the teller, at the teller's workstation.

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database

/** A limit that the teller proposed for a new account. */
async function proposedByTeller() {
  const accountId = await openNewCustomersAccount(branch, { type: 'CURRENT' })
  const key = randomUUID()
  const input = { key, accountId, currency: branch.currency, agreedLimit: '300' }
  await workplace.as('teller').call('accounts.proposeLimit', input)
  return { accountId, approvalId: key }
}

const decide = async (approvalId: string, changes: { password?: string; reason?: string } = {}) => {
  const { hash } = await shownTo(workplace, 'teller', approvalId)
  return workplace.ask('approvals.decideBeside', {
    approvalId,
    hash,
    username: 'supervisor',
    password: changes.password ?? PASSWORD,
    code: null,
    reason: changes.reason ?? null,
  })
}

const stillSignedIn = async (name: 'teller' | 'supervisor') =>
  (await branch.pool(name).query('SELECT current_user_id() AS id')).rows[0]

test('a supervisor approves beside the teller, and both go on working where they are', async () => {
  const { accountId, approvalId } = await proposedByTeller()
  const { deciders } = await shownTo(workplace, 'teller', approvalId)
  expect(deciders.map(({ username }) => username)).toEqual(['supervisor', 'supervisor2'])
  expect(await decide(approvalId)).toMatchObject({ value: { status: 'APPROVED' } })
  expect(await balanceOf(branch, accountId)).toMatchObject({ available: '300.00' })
  const { teller, supervisor } = branch.staff
  const { rows } = await superuser.query(
    'SELECT proposed_by, decided_by, decided_beside FROM approvals WHERE id = $1',
    [approvalId],
  )
  expect(only(rows)).toEqual({ proposed_by: teller.id, decided_by: supervisor.id, decided_beside: teller.id })
  const audited = await superuser.query(
    `SELECT user_id, session_id IS NOT NULL AS at_a_session FROM audit_logs WHERE action = 'STATUS_APPROVED' AND resource_id = $1`,
    [approvalId],
  )
  expect(audited.rows).toEqual([{ user_id: supervisor.id, at_a_session: true }])
  expect(await stillSignedIn('teller')).toEqual({ id: teller.id })
  expect(await stillSignedIn('supervisor')).toEqual({ id: supervisor.id })
})

test('a supervisor declines beside the teller, with a reason', async () => {
  const { accountId, approvalId } = await proposedByTeller()
  expect(await decide(approvalId, { reason: 'Not on this income' })).toMatchObject({
    value: { status: 'DECLINED' },
  })
  expect(await balanceOf(branch, accountId)).toMatchObject({ available: '0.00' })
})

test('a wrong password decides nothing, is on record, and is counted like one of a sign-in', async () => {
  const { approvalId } = await proposedByTeller()
  for (let tried = 0; tried < 5; tried += 1)
    expect(await decide(approvalId, { password: 'wrong' })).toMatchObject({
      error: { code: 'SIGN_IN_REFUSED' },
    })
  expect(await decide(approvalId)).toMatchObject({ error: { code: 'SIGN_IN_REFUSED' } })
  const { rows } = await superuser.query(
    `SELECT action, count(*)::int AS n FROM audit_logs WHERE action LIKE 'OVERRIDE_%' GROUP BY action ORDER BY action`,
  )
  expect(rows).toEqual([
    { action: 'OVERRIDE_FAILED', n: 5 },
    { action: 'OVERRIDE_LOCKED', n: 1 },
  ])
  await superuser.query('DELETE FROM sign_in_attempts')
})

test('a signature for one proposal decides no other, and opens no session', async () => {
  const [first, second] = [await proposedByTeller(), await proposedByTeller()]
  const { hash } = await shownTo(workplace, 'teller', second.approvalId)
  const teller = branch.pool('teller')
  const begun = await teller.query<{ ticket: string }>(
    `SELECT begin_override($1, 'supervisor', $2) AS ticket`,
    [first.approvalId, PASSWORD],
  )
  const { ticket } = only(begun.rows)
  const other = await teller.query<{ outcome: unknown }>(
    `SELECT decide_beside($1, decode($2, 'hex'), $3, NULL) AS outcome`,
    [second.approvalId, hash, ticket],
  )
  expect(only(other.rows).outcome).toBeNull()
  expect((await branch.database.pool(null).query('SELECT * FROM finish_sign_in($1)', [ticket])).rows).toEqual(
    [],
  )
})

test('a supervisor who stands beside approves no correction whose document only the teller has looked at', async () => {
  const { database, staff } = branch
  const { id, documentId } = await proposedCorrection(workplace)
  await approveDocument(database, staff.supervisor2, documentId)
  await lookAt(database, staff.teller, documentId)
  workplace.as('teller')
  expect(await decide(id)).toMatchObject({ error: { code: 'NOT_SHOWN' } })
  await lookAt(database, staff.supervisor, documentId)
  const correct = branch.pool('supervisor').query('SELECT approve_correction($1)', [id])
  await expect(correct).resolves.toBeDefined()
})
