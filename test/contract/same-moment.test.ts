import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CallInput, CallName } from '../../shared/contract.ts'
import { newAccount, openNewCustomersAccount, type AccountOptions } from '../support/accounts.ts'
import type { StaffName } from '../support/branch.ts'
import { approvedCustomer, newCustomer, registerCustomer } from '../support/customers.ts'
import { newDocument } from '../support/documents.ts'
import { newLimit } from '../support/limits.ts'
import { newCashPosting, newTransfer } from '../support/postings.ts'
import { newProduct } from '../support/products.ts'
import { newReversal } from '../support/reversals.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'
import { newUser } from '../support/users.ts'

// A command that is sent again while the first is still under way, under one key: both are answered alike, and it is done once.

const workplace = await workplaceForFile({ vault: '100000' })
const { branch } = workplace
const { superuser } = branch.database

const command = <N extends CallName>(
  who: StaffName,
  name: N,
  input: () => CallInput<N> | Promise<CallInput<N>>,
) => ({
  name,
  prepare: async () => {
    const sent = await input()
    return () => workplace.as(who).ask(name, sent)
  },
})

await ensureOpenTill(branch, branch.staff.teller, 0, '1000')

const account = (options: AccountOptions = {}) => openNewCustomersAccount(branch, options)
const key = randomUUID

test.each([
  command('teller', 'customers.register', () => newCustomer()),
  command('teller', 'documents.upload', async () =>
    newDocument(await registerCustomer(branch.pool('teller'))),
  ),
  command('supervisor', 'accounts.open', async () =>
    newAccount(await approvedCustomer(branch), { accountType: 'CURRENT', agreedLimit: '100' }),
  ),
  command('supervisor', 'accounts.proposeLimit', async () => ({
    key: key(),
    accountId: await account({ type: 'CURRENT' }),
    currency: branch.currency,
    agreedLimit: '70',
  })),
  command('supervisor', 'branches.proposeTolerance', () => ({ key: key(), tolerance: '3' })),
  command('admin', 'limits.propose', () => newLimit({ key: key() })),
  command('supervisor', 'products.propose', () => newProduct()),
  command('supervisor', 'vault.moveCash', () => ({
    key: key(),
    direction: 'IN',
    counted: '10',
    description: 'From the bank',
  })),
  command('teller', 'tills.moveCash', () => ({ key: key(), direction: 'IN', counted: '10' })),
  command('teller', 'postings.postDeposit', async () => newCashPosting(await account())),
  command('teller', 'postings.postTransfer', async () =>
    newTransfer(await account({ balance: '5' }), await account()),
  ),
  command('teller', 'postings.reverse', async () => {
    const deposit = newCashPosting(await account())
    return newReversal((await workplace.as('teller').call('postings.postDeposit', deposit)).id)
  }),
  command('supervisor', 'tills.open', () => ({ key: key(), tillId: branch.tills[1], float: '10' })),
  command('teller', 'tills.close', () => ({ key: key(), counted: '1000' })),
  command('admin', 'users.create', () => newUser()),
])('$name', async ({ prepare }) => {
  const send = await prepare()
  const slow = await superuser.connect()
  try {
    await slow.query('BEGIN')
    await slow.query('LOCK TABLE audit_logs IN SHARE MODE')
    const answers = Promise.all([send(), send()])
    await expect.poll(waiting).toBe(2)
    await slow.query('ROLLBACK')
    const [first, second] = await answers
    expect(first).toMatchObject({ ok: true })
    expect(second).toEqual(first)
  } finally {
    await slow.query('ROLLBACK')
    slow.release()
  }
})

const waiting = async () =>
  (
    await superuser.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
  ).rowCount
