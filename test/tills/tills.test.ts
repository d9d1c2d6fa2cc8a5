import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { balanceOf, internalAccount, openAccount } from '../support/accounts.ts'
import { booksFaults, createBranch } from '../support/branch.ts'
import { approvedCustomer } from '../support/customers.ts'
import { createTestDatabase } from '../support/database.ts'
import { closeTill, openTill, post, postLegs } from '../support/posting-functions.ts'
import { only, refused } from '../support/queries.ts'
import { branchForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'
import { signedIn } from '../support/users.ts'

const branch = await branchForFile({ vault: '1000.00' })
const { database } = branch

const pool = () => branch.pool('teller')
const open = (float: string, { key = randomUUID(), till = branch.tills[0] } = {}) =>
  openTill(pool(), till, float, key)
const close = (counted: string, key: string = randomUUID()) => closeTill(pool(), counted, { key })

const closeFor = (counted: string, { key = randomUUID(), till = branch.tills[0] } = {}) =>
  closeTill(branch.pool('supervisor'), counted, { key, till })

const internal = async (type: 'VAULT' | 'CASH_SHORT' | 'CASH_OVER') =>
  Number((await balanceOf(branch, await internalAccount(branch, type))).ledger)
const all = async () => [await internal('VAULT'), await internal('CASH_SHORT'), await internal('CASH_OVER')]

describe('a till', () => {
  test.each([
    ['exact', '200.00', '200.00', [0, 0, 0]],
    ['short', '200.00', '150.25', [-49.75, 49.75, 0]],
    ['over', '200.00', '200.75', [0.75, 0, 0.75]],
    ['empty and counted as empty', '0', '0', [0, 0, 0]],
    ['found empty', '10.00', '0', [-10, 10, 0]],
    ['opened empty and found with money', '0', '5.00', [5, 0, 5]],
  ])('that is %s moves the difference and returns the cash', async (_name, float, counted, moved) => {
    const before = await all()
    const cash = await ensureOpenTill(branch, branch.staff.teller, 0, float)
    expect((await balanceOf(branch, cash)).ledger).toBe(Number(float).toFixed(2))
    const id = await close(counted)
    expect((await balanceOf(branch, cash)).ledger).toBe('0.00')
    const after = await all()
    expect(after.map((now, i) => Math.round((now - (before[i] ?? 0)) * 100))).toEqual(
      moved.map((m) => m * 100),
    )
    const { rows } = await database.superuser.query(
      'SELECT expected, counted, opening_float FROM till_sessions WHERE id = $1',
      [id],
    )
    const [text, found] = [Number(float).toFixed(2), Number(counted).toFixed(2)]
    expect(rows).toEqual([{ expected: text, counted: found, opening_float: text }])
  })

  test('takes no float above the balance of the vault, and stays closed', async () => {
    await expect(open('100000')).rejects.toMatchObject(refused('VAULT_SHORT_OF_CASH'))
    await expect(close('0')).rejects.toMatchObject(refused('TILL_NOT_OPEN'))
  })

  test('is opened by the same command once, also after it was closed; another float with that key is refused', async () => {
    const key = randomUUID()
    const first = await open('20', { key })
    await expect(open('30', { key })).rejects.toMatchObject(refused('KEY_REUSED'))
    await expect(open('20', { key, till: branch.tills[1] })).rejects.toMatchObject(refused('KEY_REUSED'))
    const closing = randomUUID()
    await close('20', closing)
    expect(await open('20.00', { key })).toEqual(first)
    expect(await close('20.00', closing)).toEqual(first)
    await expect(close('21', closing)).rejects.toMatchObject(refused('KEY_REUSED'))
    await expect(close('20')).rejects.toMatchObject(refused('TILL_NOT_OPEN'))
  })

  test('is the one that is held now, even if another one was held before', async () => {
    await open('10')
    await close('10')
    await open('20', { till: branch.tills[1] })
    const account = await openAccount(branch, await approvedCustomer(branch))
    const { legs } = await postLegs(
      pool(),
      [
        ['TELLER_CASH', 'DEBIT', '5'],
        [account, 'CREDIT', '5'],
      ],
      'DEPOSIT',
    )
    expect(legs[0]).toMatchObject({ label: 'Till 2', amount: '5.00' })
    await close('25')
  })

  test.each([
    ['NaN', 'AMOUNT_NOT_A_NUMBER'],
    ['-1', 'AMOUNT_NEGATIVE'],
    ['0.001', 'AMOUNT_TOO_PRECISE'],
    ['10000000000000', 'AMOUNT_TOO_LARGE'],
  ])('takes no float and no count of %s', async (amount, name) => {
    await expect(open(amount)).rejects.toMatchObject(refused(name))
    await expect(close(amount)).rejects.toMatchObject(refused(name))
  })

  test("keys of till postings follow from the command's and are of no use over the counter", async () => {
    const key = randomUUID()
    const cash = await ensureOpenTill(branch, branch.staff.teller, 0, '0')
    await close('0')
    await open('10', { key })
    const { rows } = await database.superuser.query<{ key: string; to: string }>(
      `SELECT idempotency_key AS key, to_account_id AS to FROM transactions WHERE description = 'Till float' ORDER BY id DESC LIMIT 1`,
    )
    const float = only(rows)
    await expect(
      post(pool(), 'TRANSFER', cash, float.to, '10', { key: float.key, description: 'Till float' }),
    ).rejects.toMatchObject(refused('KEY_REUSED'))
    await close('10')
  })
})

describe('a till whose holder cannot close it', () => {
  test('is closed by a supervisor, with its difference, its cash and who did it; then the day can close', async () => {
    const cash = await ensureOpenTill(branch, branch.staff.teller, 0, '80')
    await database.superuser.query(`UPDATE users SET status = 'SUSPENDED' WHERE id = $1`, [
      branch.staff.teller.id,
    ])
    const day = branch.pool('supervisor')
    await expect(day.query('SELECT close_branch_day()')).rejects.toMatchObject(refused('TILLS_STILL_OPEN'))
    const before = await all()
    const key = randomUUID()
    const closed = await closeFor('79.50', { key })
    expect((await balanceOf(branch, cash)).ledger).toBe('0.00')
    const moved = (await all()).map((now, i) => Math.round((now - (before[i] ?? 0)) * 100))
    expect(moved).toEqual([7950, 50, 0])
    const { rows } = await database.superuser.query(
      'SELECT user_id, closed_by, expected, counted FROM till_sessions WHERE id = $1',
      [closed],
    )
    const { teller, supervisor } = branch.staff
    expect(rows).toEqual([
      { user_id: teller.id, closed_by: supervisor.id, expected: '80.00', counted: '79.50' },
    ])
    expect(await closeFor('79.50', { key })).toEqual(closed)
    await expect(closeFor('79', { key })).rejects.toMatchObject(refused('KEY_REUSED'))
    await expect(closeFor('79.50', { key, till: branch.tills[1] })).rejects.toMatchObject(
      refused('KEY_REUSED'),
    )
    await expect(closeFor('79.50')).rejects.toMatchObject(refused('TILL_NOT_OPEN'))
    await day.query('SELECT close_branch_day()')
    await database.superuser.query('UPDATE business_days SET closed_at = NULL, closed_by = NULL')
    await database.superuser.query(`UPDATE users SET status = 'ACTIVE' WHERE id = $1`, [teller.id])
  })

  test('is closed once when holder and supervisor count it at the same moment', async () => {
    const teller = await signedIn(database, 'teller') // the suspension above has ended the session
    await ensureOpenTill(branch, teller, 0, '10')
    const byHolder = closeTill(database.pool(teller.token), '10')
    const outcomes = await Promise.allSettled([byHolder, closeFor('10')])
    const no = outcomes.filter((outcome) => outcome.status === 'rejected')
    // By which of the two names depends on how far the other one was.
    expect(no).toHaveLength(1)
    expect(['TILL_NOT_OPEN', 'TILL_COUNTED']).toContain(no[0]?.reason.constraint)
  })
})

test('a branch in a currency without decimals takes whole amounts only', async () => {
  await using elsewhere = await createTestDatabase()
  const tokyo = await createBranch(elsewhere, { currency: 'JPY', vault: '5000' })
  const teller = tokyo.pool('teller')
  const float = (amount: string) => openTill(teller, tokyo.tills[0], amount)
  await expect(float('0.50')).rejects.toMatchObject(refused('AMOUNT_TOO_PRECISE'))
  await float('500')
  await closeTill(teller, '499')
  expect(await booksFaults(elsewhere)).toEqual([])
})
