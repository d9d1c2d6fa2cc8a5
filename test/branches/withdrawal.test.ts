import { expect, test } from 'vitest'
import { addEmptyDay, openDate } from '../support/days.ts'
import { receiveVaultCash } from '../support/posting-functions.ts'
import { only, refused } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch
const supervisor = branch.pool('supervisor')

const nextDate = async () =>
  only(
    (
      await database.superuser.query<{ next: string }>(
        'SELECT latest_business_date(id)::text AS next FROM branches',
      )
    ).rows,
  ).next
const pending = async () => (await workplace.call('branches.listWithdrawals', {})).withdrawals

async function propose(businessDate: string): Promise<string> {
  await workplace
    .as('supervisor')
    .call('branches.proposeWithdrawal', { businessDate, reason: 'Opened too early' })
  return only(await pending()).id
}

test('a day that was opened by mistake is taken back by two people, its row stays, and its date can be opened again', async () => {
  const today = await openDate(branch)
  await supervisor.query('SELECT close_branch_day()')
  const mistaken = await nextDate()
  await supervisor.query('SELECT open_branch_day($1)', [mistaken])

  const withdrawalId = await propose(mistaken)
  expect(only(await pending())).toMatchObject({
    businessDate: mistaken,
    reason: 'Opened too early',
    own: true,
  })
  await expect(workplace.ask('branches.confirmWithdrawal', { withdrawalId })).resolves.toMatchObject({
    error: { code: 'OWN_PROPOSAL' },
  })
  workplace.as('admin')
  expect(only(await pending())).toMatchObject({ proposedBy: 'supervisor Test', own: false })
  await workplace.call('branches.confirmWithdrawal', { withdrawalId })
  expect(await pending()).toEqual([])

  const view = await workplace.as('supervisor').call('sessions.get', {})
  expect(view.branch).toMatchObject({ businessDate: today, dayOpen: false })
  const { rows } = await database.superuser.query(
    'SELECT status FROM business_days WHERE business_date = $1',
    [mistaken],
  )
  expect(rows).toEqual([{ status: 'WITHDRAWN' }])
  await workplace.call('branches.openDay', { businessDate: mistaken })
  expect(await openDate(branch)).toBe(mistaken)
})

test('who proposed, why, who confirmed and that the day was withdrawn is in the audit log', async () => {
  const { rows } = await database.superuser.query<{ trace: string }>(
    `SELECT concat_ws(' ', u.username, a.action, a.details -> 'after' ->> 'reason') AS trace
     FROM audit_logs a JOIN users u ON u.id = a.user_id
     WHERE resource_type = 'day_withdrawals' OR action = 'STATUS_WITHDRAWN' ORDER BY a.id`,
  )
  expect(rows.map(({ trace }) => trace)).toEqual([
    'supervisor CREATED Opened too early',
    'admin STATUS_CONFIRMED Opened too early',
    'admin STATUS_WITHDRAWN',
  ])
})

test('a posting that was made meanwhile keeps the day, whoever confirms', async () => {
  const open = await openDate(branch)
  const withdrawalId = await propose(open)
  await receiveVaultCash(supervisor, '5.00', 'Meanwhile')
  await expect(
    workplace.as('admin').ask('branches.confirmWithdrawal', { withdrawalId }),
  ).resolves.toMatchObject({
    error: { code: 'DAY_HAS_POSTINGS', details: { date: open } },
  })
  await workplace.call('branches.dropWithdrawal', { withdrawalId })
  expect(await openDate(branch)).toBe(open)
})

test('a day far ahead that was closed at once can be withdrawn too, and then keeps no opening back', async () => {
  const far = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10)
  await supervisor.query('SELECT close_branch_day()')
  const soon = await nextDate()
  await addEmptyDay(branch, far)
  await expect(supervisor.query('SELECT open_branch_day($1)', [soon])).rejects.toMatchObject(
    refused('BUSINESS_DATE_NOT_LATER'),
  )
  const withdrawalId = await propose(far)
  await workplace.as('supervisor2').call('branches.confirmWithdrawal', { withdrawalId })
  // What was posted on the next working day above keeps that date; the refusal no longer names the far day.
  await expect(supervisor.query('SELECT open_branch_day($1)', [far])).rejects.toMatchObject(
    refused('BUSINESS_DATE_TOO_FAR'),
  )
})
