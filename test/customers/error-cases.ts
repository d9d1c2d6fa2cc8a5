import { randomUUID } from 'node:crypto'
import type { Cases } from '../contract/cases.ts'
import { contactOf, newCustomer } from '../support/customers.ts'
import { moveToOtherBranch, withoutCrossing } from '../support/other-branch.ts'
import type { TestWorkplace } from '../support/workplace.ts'

/** The first of January, that many years ago. */
const yearsAgo = (years: number) => `${new Date().getUTCFullYear() - years}-01-01`

const reachable = () => newCustomer({ email: `${randomUUID()}@example.test` })

/** A customer who has been registered, and an input that changes how to reach them. */
async function registered({ as }: TestWorkplace) {
  const customer = reachable()
  await as('teller').call('customers.register', customer)
  const { updatedAt } = await as('teller').call('customers.get', { customerId: customer.id })
  return { customer, update: { customerId: customer.id, updatedAt, ...contactOf(reachable()) } }
}

export const customerCases = {
  'customers.get': {
    OTHER_BRANCH: async (workplace) => {
      const { customer } = await registered(workplace)
      const { database } = workplace.branch
      await moveToOtherBranch(database, customer.id)
      return withoutCrossing(database, 'CUSTOMER_READ', () =>
        workplace.as('teller').ask('customers.get', { customerId: customer.id }),
      )
    },
    CUSTOMER_NOT_FOUND: ({ as }) => as('teller').ask('customers.get', { customerId: randomUUID() }),
  },
  'customers.register': {
    EMAIL_TAKEN: async (workplace) => {
      const { customer } = await registered(workplace)
      return workplace.as('teller').ask('customers.register', newCustomer({ email: customer.email }))
    },
    PHONE_INVALID: ({ as }) => as('teller').ask('customers.register', newCustomer({ phone: '12' })),
    NAME_WITHOUT_LETTERS: ({ as }) => as('teller').ask('customers.register', newCustomer({ lastName: '12' })),
    NAME_MIXES_ALPHABETS: ({ as }) =>
      as('teller').ask('customers.register', newCustomer({ firstName: 'Аnna' })),
    BIRTH_TOO_EARLY: ({ as }) =>
      as('teller').ask('customers.register', newCustomer({ dateOfBirth: '1899-12-31' })),
    CUSTOMER_TOO_YOUNG: ({ as }) =>
      as('teller').ask('customers.register', newCustomer({ dateOfBirth: yearsAgo(17) })),
    BIRTH_IN_FUTURE: ({ as }) =>
      as('teller').ask('customers.register', newCustomer({ dateOfBirth: '2999-01-01' })),
    KEY_REUSED: async (workplace) => {
      const { customer } = await registered(workplace)
      return workplace
        .as('teller')
        .ask('customers.register', newCustomer({ id: customer.id, firstName: 'Somebody' }))
    },
  },
  'customers.updateContact': {
    OTHER_BRANCH: async (workplace) => {
      const { update } = await registered(workplace)
      const { database } = workplace.branch
      await moveToOtherBranch(database, update.customerId)
      return withoutCrossing(database, 'CUSTOMER_CHANGE', () =>
        workplace.as('teller').ask('customers.updateContact', update),
      )
    },
    CUSTOMER_NOT_FOUND: async (workplace) => {
      const { update } = await registered(workplace)
      return workplace.as('teller').ask('customers.updateContact', { ...update, customerId: randomUUID() })
    },
    CHANGED_MEANWHILE: async (workplace) => {
      const { update } = await registered(workplace)
      await workplace.as('teller').call('customers.updateContact', update)
      return workplace
        .as('supervisor')
        .ask('customers.updateContact', { ...update, ...contactOf(reachable()) })
    },
    EMAIL_TAKEN: async (workplace) => {
      const other = await registered(workplace)
      const { update } = await registered(workplace)
      return workplace.as('teller').ask('customers.updateContact', { ...update, email: other.customer.email })
    },
    PHONE_INVALID: async (workplace) => {
      const { update } = await registered(workplace)
      return workplace.as('teller').ask('customers.updateContact', { ...update, phone: '000' })
    },
  },
} satisfies Partial<Cases>
