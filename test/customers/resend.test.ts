import { expect, test } from 'vitest'
import { newCustomer } from '../support/customers.ts'
import { workplaceForFile } from '../support/test-file.ts'

// An answer may be lost on its way: the same command with the same key is then answered alike, and another is refused.

const workplace = await workplaceForFile()
const { branch } = workplace

const reused = { ok: false, error: { code: 'KEY_REUSED' } }

test('a customer is registered once, and not silently without what was corrected', async () => {
  workplace.become(branch.staff.teller)
  const customer = newCustomer({ phone: '070 174 06 05' })
  const registered = await workplace.call('customers.register', customer)
  expect(await workplace.call('customers.register', { ...customer, phone: '+46 70 174 06 05' })).toEqual(
    registered,
  )
  expect(await workplace.ask('customers.register', { ...customer, phone: '070 174 06 06' })).toMatchObject(
    reused,
  )
})
