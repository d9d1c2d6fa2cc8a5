import { expect, test } from 'vitest'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { notedAndNeverSent, recoveriesAt } from '../support/intents.ts'
import { previewed } from '../support/payments.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace

test('a file of payments whose answer was lost is told to be taken, or can not be taken any more under that key', async () => {
  const payer = await openNewCustomersAccount(branch, { type: 'CURRENT', balance: '100' })
  const payee = await openNewCustomersAccount(branch)
  const { rows } = await branch.database.superuser.query<{ number: string }>(
    'SELECT account_number AS number FROM accounts WHERE id = $1',
    [payee],
  )
  const text = `account,amount\n${rows[0]?.number},1.50\n`
  workplace.as('teller')
  const lost = await previewed(workplace, payer, text)
  await notedAndNeverSent(workplace, 'payments.begin', lost)
  expect(await recoveriesAt(workplace)).toMatchObject([{ outcome: 'NOT_POSTED', kind: 'PAYMENTS' }])
  expect(await workplace.ask('payments.begin', lost)).toMatchObject({ error: { code: 'INTENT_SETTLED' } })
  await workplace.call('intents.acknowledge', { key: lost.key })

  await workplace.call('payments.begin', await previewed(workplace, payer, text))
  expect(await recoveriesAt(workplace)).toMatchObject([{ outcome: 'POSTED', kind: 'PAYMENTS' }])
})
