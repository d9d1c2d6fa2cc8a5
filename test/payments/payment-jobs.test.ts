import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { balanceOf, internalAccount } from '../support/accounts.ts'
import { approveAs, shownTo } from '../support/approvals.ts'
import { setLimits } from '../support/limits.ts'
import { csvOf, finish, payerAndPayees, previewed } from '../support/payments.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile({ vault: '10000000.00' })
const { branch } = workplace
const { superuser } = branch.database

/** Limits that no file here is above. */
const HIGH = { perPosting: '50000', perPersonDay: '9000000', perAccountDay: '9000000' }

/** A file of so many payments that was taken: 1.00, 2.00 and so on. */
const many = async (count: number) => {
  const { payer, numbers } = await payerAndPayees(branch, '100000.00', 1)
  const lines = Array.from({ length: count }, (_, at) => [numbers[0] ?? '', `${at + 1}.00`] as const)
  const begun = await previewed(workplace, payer, csvOf(lines))
  return { payer, file: await workplace.as('teller').call('payments.begin', begun) }
}

/** What closing the day asks of the jobs of the branch. */
const closing = () =>
  superuser.query('SELECT require_nothing_waits(d) FROM business_days d WHERE d.branch_id = $1', [branch.id])

describe('a job that posts a file', () => {
  test('goes on where it stopped, also by somebody else, and posts nothing twice', async () => {
    await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH })
    const { payer, file } = await many(120)
    await branch.pool('teller').query('SELECT advance_payments($1, 50)', [file.id])
    const [newest] = (await workplace.as('teller').call('payments.list', {})).files
    expect(newest).toMatchObject({ id: file.id, status: 'RUNNING', posted: 50 })
    // The answer of the next one is lost, and two go on at once.
    await Promise.all([
      branch.pool('teller').query('SELECT advance_payments($1, 50)', [file.id]),
      branch.pool('supervisor').query('SELECT advance_payments($1, 50)', [file.id]),
    ])
    const done = await finish(workplace, file)
    expect(done).toMatchObject({ status: 'DONE', posted: 120, postedTotal: '7260.00' })
    expect(await balanceOf(branch, payer)).toMatchObject({ ledger: '92740.00' })
  })

  test('keeps the day from being closed, by the name of its file, until it has ended', async () => {
    const { file } = await many(2)
    await expect(closing()).rejects.toMatchObject({
      constraint: 'JOB_STILL_RUNS',
      detail: '{"job": "salaries.csv"}',
    })
    await finish(workplace, file)
    expect((await closing()).rowCount).toBe(1)
  })

  test('stops when it is cancelled: what is posted stays, and the list says what is not', async () => {
    const { file } = await many(60)
    await branch.pool('teller').query('SELECT advance_payments($1, 20)', [file.id])
    const stopped = await workplace.as('teller').call('payments.cancel', { id: file.id })
    expect(stopped).toMatchObject({ status: 'CANCELLED', posted: 20 })
    expect(await workplace.as('teller').call('payments.goOn', { id: file.id })).toMatchObject({ posted: 20 })
    const csv = await workplace.as('teller').call('payments.exportResult', { id: file.id, as: 'CSV' })
    const rows = new TextDecoder().decode(csv.content).trim().split('\r\n')
    expect(rows).toHaveLength(61)
    expect(rows.filter((row) => row.endsWith('"Not posted"'))).toHaveLength(40)
    const pdf = await workplace.as('teller').call('payments.exportResult', { id: file.id, as: 'PDF' })
    expect(new TextDecoder('latin1').decode(pdf.content.subarray(0, 5))).toBe('%PDF-')
  })
})

describe('a file above a limit', () => {
  test('holds what it pays while it waits, and no longer', async () => {
    await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH, perPosting: '100' })
    for (const end of ['approve', 'decline'] as const) {
      const { payer, numbers } = await payerAndPayees(branch)
      const begun = await previewed(workplace, payer, csvOf(numbers.map((number) => [number, '60.00'])))
      const { id } = await workplace.as('teller').call('payments.begin', begun)
      expect(await balanceOf(branch, payer)).toEqual({ ledger: '1000.00', available: '880.00' })
      const { holds } = await workplace.as('teller').call('accounts.listHolds', { accountId: payer })
      expect(holds).toMatchObject([
        { kind: 'PAYMENTS', amount: '120.00', reason: 'Payments of salaries.csv', releasedAt: null },
      ])
      expect((await shownTo(workplace, 'supervisor', id)).facts).toMatchObject({
        held: '120.00',
        fromAvailable: '1000.00',
        otherNames: 2,
      })
      if (end === 'approve') await approveAs(workplace, 'supervisor', id)
      else await workplace.as('supervisor').call('approvals.decline', { approvalId: id, reason: 'Not ours' })
      expect(await balanceOf(branch, payer)).toEqual({ ledger: '1000.00', available: '1000.00' })
    }
  })

  test('waits as a whole for a second person, who sees its number, sum and hash', async () => {
    await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH, perPosting: '100' })
    const { payer, ids, numbers } = await payerAndPayees(branch)
    const begun = await previewed(workplace, payer, csvOf(numbers.map((number) => [number, '60.00'])))
    const waiting = await workplace.as('teller').call('payments.begin', begun)
    expect(waiting).toMatchObject({ status: 'WAITING', posted: 0 })
    expect(await workplace.as('teller').call('payments.goOn', { id: waiting.id })).toMatchObject({
      posted: 0,
    })
    const { facts } = await shownTo(workplace, 'supervisor', waiting.id)
    expect(facts).toMatchObject({
      payments: 2,
      amount: '120.00',
      fileHash: waiting.fileHash,
      fileName: 'salaries.csv',
      exceeded: 'PER_POSTING',
    })
    expect(await approveAs(workplace, 'supervisor', waiting.id)).toMatchObject({
      value: { status: 'APPROVED' },
    })
    const [file] = (await workplace.as('teller').call('payments.list', {})).files
    expect(file).toMatchObject({ id: waiting.id, status: 'RUNNING' })
    expect(
      await finish(workplace, waiting.status === 'WAITING' && file !== undefined ? file : waiting),
    ).toMatchObject({
      status: 'DONE',
      posted: 2,
    })
    for (const id of ids) expect(await balanceOf(branch, id)).toMatchObject({ ledger: '60.00' })
  })

  test('is not split: small files of one person add up over the day', async () => {
    await setLimits(branch, {
      transactionType: 'TRANSFER',
      perPosting: '100',
      perPersonDay: '9000000',
      perAccountDay: '150',
    })
    const { payer, numbers } = await payerAndPayees(branch, '1000.00', 2)
    const statuses = []
    for (const number of numbers) {
      const begun = await previewed(workplace, payer, csvOf([[number, '90.00']]))
      statuses.push((await workplace.as('teller').call('payments.begin', begun)).status)
    }
    expect(statuses).toEqual(['RUNNING', 'WAITING'])
  })

  test('that is declined is dropped, and can be brought again', async () => {
    await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH, perPosting: '1' })
    const { payer, numbers } = await payerAndPayees(branch)
    const begun = await previewed(workplace, payer, csvOf([[numbers[0] ?? '', '60.00']]))
    const { id } = await workplace.as('teller').call('payments.begin', begun)
    await workplace.as('supervisor').call('approvals.decline', { approvalId: id, reason: 'Ask the employer' })
    expect((await workplace.as('teller').call('payments.read', { id })).file.status).toBe('DROPPED')
    const again = { ...begun, key: randomUUID() }
    expect(await workplace.as('teller').call('payments.begin', again)).toMatchObject({ status: 'WAITING' })
  })
})

test('a stolen token brings no file onto or from the bank’s own accounts, nor more than it says', async () => {
  const { payer, numbers } = await payerAndPayees(branch)
  const vault = await internalAccount(branch, 'VAULT')
  const { rows } = await superuser.query('SELECT account_number FROM accounts WHERE id = $1', [vault])
  const begin = (from: string, number: string, amount: string, total: string) =>
    branch
      .pool('teller')
      .query(`SELECT begin_payments($1, $2, 'x.csv', 'CSV', sha256($3), NULL, NULL, 1, $4, $5)`, [
        randomUUID(),
        from,
        Buffer.from(randomUUID()),
        total,
        JSON.stringify([
          { line: 1, account: number, amount, name: '', reference: '', refusal: null, facts: null },
        ]),
      ])
  await expect(begin(payer, rows[0]?.account_number, '5', '5')).rejects.toThrow('CHANGED_MEANWHILE')
  await expect(begin(vault, numbers[0] ?? '', '5', '5')).rejects.toThrow('ACCOUNT_NOT_FOUND')
  await expect(begin(payer, numbers[0] ?? '', '5000', '1')).rejects.toThrow('CHANGED_MEANWHILE')
  await expect(begin(payer, numbers[0] ?? '', '-5', '-5')).rejects.toThrow('AMOUNT_NEGATIVE')
  await expect(begin(payer, numbers[0] ?? '', 'NaN', 'NaN')).rejects.toThrow('AMOUNT_NOT_A_NUMBER')
})
