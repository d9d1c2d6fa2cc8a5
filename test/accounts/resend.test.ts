import { expect, test } from 'vitest'
import { newAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import { workplaceForFile } from '../support/test-file.ts'

// An answer may be lost on its way: the same command with the same key is then answered alike, and another is refused.

const workplace = await workplaceForFile()
const { branch } = workplace

const reused = { ok: false, error: { code: 'KEY_REUSED' } }

test('an account is opened once, and not silently with another limit', async () => {
  workplace.become(branch.staff.supervisor)
  const account = newAccount(await approvedCustomer(branch), { accountType: 'CURRENT' })
  const opened = await workplace.call('accounts.open', { ...account, agreedLimit: '100' })
  expect(await workplace.call('accounts.open', { ...account, agreedLimit: '100.00' })).toEqual(opened)
  expect(await workplace.ask('accounts.open', { ...account, agreedLimit: '900' })).toMatchObject(reused)
})
