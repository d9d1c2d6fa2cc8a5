import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { yearFraction } from '../../shared/rules/day-count.ts'
import { openAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { openDate } from '../support/days.ts'
import { newTransfer } from '../support/postings.ts'
import { addProduct, setProduct } from '../support/products.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database
const today = await openDate(branch)

const later = (days: number, from = today) =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
const minor = (text: string) => BigInt(text.replace('.', ''))

/** A loan of 12 % a year by Act/365F that was paid out onto a savings account, whose id is answered beside the loan's. */
async function paidOut(amount: string, method: 'ANNUITY' | 'EQUAL_PRINCIPAL', months: number) {
  const customer = await approvedCustomer(branch)
  const loan = await openAccount(branch, customer, { type: 'LOAN', agreedLimit: '100000' })
  const rates = [{ above: '0.00', rate: '12.0000' }]
  await setProduct(branch, loan, await addProduct(branch, { type: 'LOAN', rates }))
  const savings = await openAccount(branch, customer, { balance: '5000.00' })
  const plan = { accountId: loan, currency: 'USD', amount, method, months, firstDue: later(30) }
  const { schedule } = await workplace.as('supervisor').call('products.previewLoan', plan)
  const payout = { ...plan, key: randomUUID(), toAccountId: savings }
  const { transactionId } = await workplace.call('products.payOutLoan', payout)
  return { loan, savings, schedule, payout, transactionId }
}

const loanOf = async (accountId: string) =>
  (await workplace.as('teller').call('products.readAccount', { accountId })).loan

test.each(['ANNUITY', 'EQUAL_PRINCIPAL'] as const)(
  'a schedule (%s) pays back the principal to the last minor unit, with the interest of each month by the day count',
  async (method) => {
    const { loan, schedule } = await paidOut('10000.01', method, 13)
    expect(schedule).toHaveLength(13)
    expect(schedule.reduce((sum, { principal }) => sum + minor(principal), 0n)).toBe(1_000_001n)
    expect(schedule.at(-1)?.remaining).toBe('0.00')
    let [owed, since] = [1_000_001n, today]
    for (const { dueOn, principal, interest } of schedule) {
      const { numerator, denominator } = yearFraction('ACT_365F', since, dueOn)
      const doubled = (2n * owed * 12n * numerator) / (100n * denominator)
      expect(minor(interest), dueOn).toBe((doubled + 1n) / 2n)
      owed -= minor(principal)
      since = dueOn
    }
    const sums = schedule.slice(0, -1).map(({ principal, interest }) => minor(principal) + minor(interest))
    const shares = schedule.slice(0, -1).map(({ principal }) => minor(principal))
    const isSame = new Set(method === 'ANNUITY' ? sums : shares)
    expect(isSame.size).toBe(1)
    expect((await loanOf(loan))?.schedule.map(({ principal, interest }) => [principal, interest])).toEqual(
      schedule.map(({ principal, interest }) => [principal, interest]),
    )
  },
)

test('a loan is paid out once, also when the call is sent twice', async () => {
  const { payout, transactionId } = await paidOut('500.00', 'ANNUITY', 6)
  expect(await workplace.as('supervisor').call('products.payOutLoan', payout)).toEqual({
    transactionId,
    status: 'COMPLETED',
  })
  const { rows } = await superuser.query(
    'SELECT ledger_balance AS owed FROM balances WHERE account_id = $1',
    [payout.accountId],
  )
  expect(rows).toEqual([{ owed: '500.00' }])
})

test('interest is charged the day before an instalment is due, a repayment pays it first, and what is late is told', async () => {
  const { loan, savings, schedule } = await paidOut('3650.00', 'EQUAL_PRINCIPAL', 10) // 1.20 a day
  await superuser.query('SELECT run_day_jobs($1, $2)', [branch.id, later(29)])
  expect(await loanOf(loan)).toMatchObject({
    owedPrincipal: '3650.00',
    owedInterest: '36.00',
    arrears: '0.00',
  })
  expect(schedule[0]).toMatchObject({ interest: '36.00', principal: '365.00' })
  await workplace.as('teller').call('postings.postTransfer', newTransfer(savings, loan, { amount: '100.00' }))
  expect(await loanOf(loan)).toMatchObject({
    owedPrincipal: '3586.00',
    owedInterest: '0.00',
    payments: [{ amount: '100.00', interest: '36.00', principal: '64.00' }],
  })
  const { rows } = await superuser.query('SELECT loan_view($1, $2) AS loan', [loan, later(45)])
  expect(rows).toMatchObject([{ loan: { arrears: '301.00', overdueSince: later(30) } }])
})

test('a schedule stays as it was agreed, and a teller pays no loan out', async () => {
  const { loan, payout } = await paidOut('100.00', 'ANNUITY', 2)
  await expect(
    superuser.query(
      'UPDATE loan_instalments SET interest = 0 FROM loans WHERE transaction_id = loan_id AND account_id = $1',
      [loan],
    ),
  ).rejects.toMatchObject({ constraint: 'APPEND_ONLY' })
  expect(
    await workplace.as('teller').ask('products.payOutLoan', { ...payout, key: randomUUID() }),
  ).toMatchObject({ error: { code: 'FORBIDDEN' } })
})
