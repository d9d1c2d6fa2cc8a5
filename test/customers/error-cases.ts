import { type Bench, newId } from '../contract/bench.ts'
import type { Cases } from '../contract/cases.ts'

const contact = () => ({
  email: `${newId()}@example.test`,
  phone: '+46 70 174 06 05',
  address: 'Storgatan 4',
  city: 'Stockholm',
  country: 'SE',
  occupation: null,
  incomeRange: null,
})
const person = () => ({
  id: newId(),
  firstName: 'Mei',
  lastName: 'Tanaka',
  dateOfBirth: '1988-11-19',
  ...contact(),
})

async function registered({ as }: Bench) {
  const form = person()
  await as('teller').call('customers.register', form)
  const { updatedAt } = await as('teller').call('customers.get', { customerId: form.id })
  return { form, update: { customerId: form.id, updatedAt, ...contact() } }
}

export const customerCases = {
  'customers.get': {
    CUSTOMER_NOT_FOUND: ({ as }) => as('teller').ask('customers.get', { customerId: newId() }),
  },
  'customers.register': {
    EMAIL_TAKEN: async (bench) => {
      const { form } = await registered(bench)
      return bench.as('teller').ask('customers.register', { ...person(), email: form.email })
    },
    PHONE_INVALID: ({ as }) => as('teller').ask('customers.register', { ...person(), phone: '12' }),
    BIRTH_IN_FUTURE: ({ as }) =>
      as('teller').ask('customers.register', { ...person(), dateOfBirth: '2999-01-01' }),
    KEY_REUSED: async (bench) => {
      const { form } = await registered(bench)
      return bench.as('teller').ask('customers.register', { ...person(), id: form.id, firstName: 'Somebody' })
    },
  },
  'customers.updateContact': {
    CUSTOMER_NOT_FOUND: async (bench) => {
      const { update } = await registered(bench)
      return bench.as('teller').ask('customers.updateContact', { ...update, customerId: newId() })
    },
    CHANGED_MEANWHILE: async (bench) => {
      const { update } = await registered(bench)
      await bench.as('teller').call('customers.updateContact', update)
      return bench.as('supervisor').ask('customers.updateContact', { ...update, ...contact() })
    },
    EMAIL_TAKEN: async (bench) => {
      const other = await registered(bench)
      const { update } = await registered(bench)
      return bench.as('teller').ask('customers.updateContact', { ...update, email: other.form.email })
    },
    PHONE_INVALID: async (bench) => {
      const { update } = await registered(bench)
      return bench.as('teller').ask('customers.updateContact', { ...update, phone: '000' })
    },
  },
} satisfies Partial<Cases>
