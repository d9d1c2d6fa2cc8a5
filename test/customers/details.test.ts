import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { contactOf, newCustomer } from '../support/customers.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
workplace.become(workplace.branch.staff.teller)

const stored = (customerId: string) => workplace.call('customers.get', { customerId })

const complete = newCustomer({
  email: 'Ana@Example.test',
  phone: '070 174 06 05',
  occupation: 'Engineer',
  incomeRange: '20K_TO_50K',
  postcode: ' 111  29 ',
  nationality: 'NO',
  taxResidences: [
    { country: 'SE', tin: '740812-1234' },
    { country: 'NO', tin: null },
  ],
})
const normalized = { email: 'ana@example.test', phone: '+46701740605', postcode: '111 29' }

test('each detail that is registered is read back, the phone in E.164 and the e-mail in small letters', async () => {
  await workplace.call('customers.register', complete)
  expect(await stored(complete.id)).toMatchObject({ ...complete, ...normalized })
})

test('each detail can be changed, and emptied where it is optional', async () => {
  const { id } = await workplace.call('customers.register', newCustomer())
  const details = { ...contactOf(complete), email: 'ana.eriksson@example.test', address: 'Kungsgatan 1' }
  const { updatedAt: registeredAt } = await stored(id)
  await workplace.call('customers.updateContact', { customerId: id, updatedAt: registeredAt, ...details })
  const { updatedAt, ...changed } = await stored(id)
  expect(changed).toMatchObject({ ...details, phone: normalized.phone, postcode: normalized.postcode })
  const emptied = contactOf(newCustomer())
  await workplace.call('customers.updateContact', { customerId: id, updatedAt, ...emptied })
  expect(await stored(id)).toMatchObject({ ...emptied, phone: normalized.phone })
})

test.each([
  '[{"country": null}]',
  '[{"country": "SE", "tin": "1"}, {"country": "SE", "tin": "2"}]',
  `[{"country": "SE", "tin": "${'9'.repeat(51)}"}]`,
  '{"country": "SE"}',
  '[]',
])('tax residences that no page could show are refused by the database: %s', async (given) => {
  const typed = JSON.stringify({
    last_name: 'Odd',
    date_of_birth: '1970-01-01',
    tax_residences: JSON.parse(given) as unknown,
  })
  const registering = workplace.branch
    .pool('teller')
    .query('SELECT register_customer(gen_random_uuid(), $1)', [typed])
  await expect(registering).rejects.toMatchObject({ constraint: 'customers_tax_residences_shape' })
})

test('a tax residence without a number, or with one that is no text, is read back in the shape of the page', async () => {
  const id = randomUUID()
  const typed = JSON.stringify({
    last_name: 'Odd',
    date_of_birth: '1970-01-01',
    tax_residences: [{ country: 'SE' }, { country: 'NO', tin: 5 }],
  })
  await workplace.branch.pool('teller').query('SELECT register_customer($1, $2)', [id, typed])
  const { taxResidences } = await stored(id)
  expect(taxResidences).toEqual([
    { country: 'SE', tin: null },
    { country: 'NO', tin: '5' },
  ])
})
