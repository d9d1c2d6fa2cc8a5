import { expect, test } from 'vitest'
import { newCustomer } from '../support/customers.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace

const zoe = newCustomer({
  firstName: 'Zoë',
  lastName: 'Åkerström',
  dateOfBirth: '1980-02-29',
  email: 'zoe@example.test',
})

test('a customer is found by name, misspelt or not, number, phone and e-mail, as it is typed', async () => {
  workplace.become(branch.staff.teller)
  const registered = await workplace.call('customers.register', zoe)
  const found = async (text: string) =>
    (await workplace.call('customers.search', { text })).customers.map((c) => c.id)
  for (const typed of [
    'zo',
    'akers',
    'Åkerström Z',
    'zoe akerstrom',
    'akerstrom zoe',
    'kerstr',
    'Akerstorm',
    '+4670174',
    '4670174',
    'zoe@ex',
  ]) {
    expect(await found(typed), typed).toEqual([registered.id])
  }
  expect(await found(registered.customerNumber.slice(0, 6))).toContain(registered.id)
  expect(await found('%')).toEqual([])
  expect(await found('')).toEqual([])
  workplace.become(branch.staff.admin)
  expect(await workplace.ask('customers.search', { text: 'zo' })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})

test('likely duplicates are found before a second registration', async () => {
  workplace.become(branch.staff.teller)
  const likely = (change: object) =>
    workplace.call('customers.findDuplicates', {
      firstName: 'Zoe',
      lastName: 'Akerstrom',
      phone: null,
      email: null,
      ...change,
    })
  expect((await likely({})).customers).toHaveLength(1)
  expect((await likely({ firstName: 'Z', lastName: 'Q', phone: '+46701740605' })).customers).toHaveLength(1)
  expect(
    (await likely({ firstName: 'Zoé', lastName: 'Åkerstrøm', dateOfBirth: '1980-02-29' })).customers,
  ).toHaveLength(1)
  expect((await likely({ firstName: 'Ana', lastName: 'Silva' })).customers).toEqual([])
})
