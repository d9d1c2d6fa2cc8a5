import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Cases } from '../contract/cases.ts'
import { approvedCustomer, contactOf, newCustomer } from '../support/customers.ts'
import { approveDocument, uploadDocument } from '../support/documents.ts'
import { company, minor } from '../support/mandates.ts'
import { moveToOtherBranch, withoutCrossing } from '../support/other-branch.ts'
import { whileSuspended } from '../support/users.ts'
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

/** A customer with a passport, and what a teller proposes of the name. */
async function proposal(
  workplace: TestWorkplace,
  changes: Partial<CallInput<'customers.proposeCorrection'>> = {},
) {
  const { customer } = await registered(workplace)
  const { database, staff } = workplace.branch
  const documentId = await uploadDocument(database, staff.teller, customer.id, 'PASSPORT')
  return {
    id: randomUUID(),
    customerId: customer.id,
    documentId,
    firstName: 'Anna',
    lastName: 'Ericson',
    dateOfBirth: customer.dateOfBirth,
    nationality: customer.nationality,
    reason: 'Misspelt',
    ...changes,
  }
}

/** The same once it is proposed. */
export async function proposedCorrection(workplace: TestWorkplace) {
  const input = await proposal(workplace)
  await workplace.as('teller').call('customers.proposeCorrection', input)
  return input
}

const propose = async (
  workplace: TestWorkplace,
  changes: Partial<CallInput<'customers.proposeCorrection'>>,
) => workplace.as('teller').ask('customers.proposeCorrection', await proposal(workplace, changes))

const decide = (workplace: TestWorkplace, correctionId: string) =>
  workplace.as('supervisor').ask('customers.approveCorrection', { correctionId })
const decline = (workplace: TestWorkplace, correctionId: string) =>
  workplace.as('supervisor').ask('customers.declineCorrection', { correctionId, reason: 'Not so' })

async function elsewhere(workplace: TestWorkplace) {
  const input = await proposedCorrection(workplace)
  await moveToOtherBranch(workplace.branch.database, input.customerId)
  return input.id
}

async function declined(workplace: TestWorkplace) {
  const { id } = await proposedCorrection(workplace)
  await decline(workplace, id)
  return id
}

async function ownProposal(workplace: TestWorkplace) {
  const input = await proposal(workplace)
  await workplace.as('supervisor').call('customers.proposeCorrection', input)
  return input.id
}

const suspend = (workplace: TestWorkplace, customerId: string, updatedAt: string) =>
  workplace
    .as('supervisor')
    .ask('customers.setStatus', { customerId, updatedAt, status: 'SUSPENDED', reason: 'Fraud' })

const readTimeline = ({ as }: TestWorkplace, customerId: string) =>
  as('teller').ask('customers.timeline', { customerId, kinds: ['LOOK'], before: null, limit: 10 })

/** Registers a minor with this guardian. */
const minorOf = ({ as }: TestWorkplace, guardianId: string) =>
  as('teller').ask('customers.register', newCustomer({ dateOfBirth: yearsAgo(10), guardianId }))

export const customerCases = {
  'customers.setStatus': {
    CUSTOMER_NOT_FOUND: (workplace) => suspend(workplace, randomUUID(), '2026-01-01T00:00:00Z'),
    OTHER_BRANCH: async (workplace) => {
      const { update } = await registered(workplace)
      await moveToOtherBranch(workplace.branch.database, update.customerId)
      return suspend(workplace, update.customerId, update.updatedAt)
    },
    CHANGED_MEANWHILE: async (workplace) => {
      const { update } = await registered(workplace)
      await suspend(workplace, update.customerId, update.updatedAt)
      return suspend(workplace, update.customerId, update.updatedAt)
    },
  },
  'customers.proposeCorrection': {
    CUSTOMER_NOT_FOUND: (workplace) => propose(workplace, { customerId: randomUUID() }),
    OTHER_BRANCH: async (workplace) => {
      const input = await proposal(workplace)
      await moveToOtherBranch(workplace.branch.database, input.customerId)
      return workplace.as('teller').ask('customers.proposeCorrection', input)
    },
    DOCUMENT_NOT_FOUND: (workplace) => propose(workplace, { documentId: randomUUID() }),
    NAME_WITHOUT_LETTERS: (workplace) => propose(workplace, { lastName: '12' }),
    NAME_MIXES_ALPHABETS: (workplace) => propose(workplace, { firstName: 'Аnna' }),
    BIRTH_IN_FUTURE: (workplace) => propose(workplace, { dateOfBirth: '2999-01-01' }),
    BIRTH_TOO_EARLY: (workplace) => propose(workplace, { dateOfBirth: '1899-12-31' }),
    CUSTOMER_TOO_YOUNG: (workplace) => propose(workplace, { dateOfBirth: yearsAgo(17) }),
    NOTHING_TO_CORRECT: (workplace) => propose(workplace, { firstName: 'Ana', lastName: 'Eriksson' }),
    CORRECTION_WAITS: async (workplace) => {
      const input = await proposedCorrection(workplace)
      return workplace.as('teller').ask('customers.proposeCorrection', { ...input, id: randomUUID() })
    },
    KEY_REUSED: async (workplace) => {
      const id = await declined(workplace)
      return propose(workplace, { id })
    },
  },
  'customers.approveCorrection': {
    CORRECTION_NOT_FOUND: (workplace) => decide(workplace, randomUUID()),
    OTHER_BRANCH: async (workplace) => decide(workplace, await elsewhere(workplace)),
    ALREADY_DECIDED: async (workplace) => decide(workplace, await declined(workplace)),
    OWN_PROPOSAL: async (workplace) => decide(workplace, await ownProposal(workplace)),
    PROPOSER_MAY_NO_MORE: async (workplace) => {
      const { id } = await proposedCorrection(workplace)
      const { database, staff } = workplace.branch
      return whileSuspended(database, staff.teller.id, () => decide(workplace, id))
    },
    DOCUMENT_NOT_APPROVED: async (workplace) => decide(workplace, (await proposedCorrection(workplace)).id),
    NOT_SHOWN: async (workplace) => {
      const { id, documentId } = await proposedCorrection(workplace)
      const { database, staff } = workplace.branch
      await approveDocument(database, staff.supervisor2, documentId)
      return decide(workplace, id)
    },
    CHANGED_MEANWHILE: async (workplace) => {
      const { id, customerId, documentId } = await proposedCorrection(workplace)
      const { database, staff } = workplace.branch
      await approveDocument(database, staff.supervisor, documentId)
      await database.superuser.query(`UPDATE customers SET last_name = 'Other' WHERE id = $1`, [customerId])
      return decide(workplace, id)
    },
  },
  'customers.declineCorrection': {
    CORRECTION_NOT_FOUND: (workplace) => decline(workplace, randomUUID()),
    OTHER_BRANCH: async (workplace) => decline(workplace, await elsewhere(workplace)),
    ALREADY_DECIDED: async (workplace) => decline(workplace, await declined(workplace)),
    OWN_PROPOSAL: async (workplace) => decline(workplace, await ownProposal(workplace)),
  },
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
  'customers.timeline': {
    OTHER_BRANCH: async (workplace) => {
      const { customer } = await registered(workplace)
      const { database } = workplace.branch
      await moveToOtherBranch(database, customer.id)
      return withoutCrossing(database, 'CUSTOMER_READ', () => readTimeline(workplace, customer.id))
    },
    CUSTOMER_NOT_FOUND: (workplace) => readTimeline(workplace, randomUUID()),
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
    COMPANY_KNOWN: async ({ as }) => {
      const firm = { kind: 'COMPANY', firstName: null, registrationNumber: '556016-0680' } as const
      await as('teller').call('customers.register', newCustomer(firm))
      return as('teller').ask('customers.register', newCustomer(firm))
    },
    PARTY_NOT_IDENTIFIED: async (workplace) => {
      const { customer } = await registered(workplace)
      return minorOf(workplace, customer.id)
    },
    PARTY_NOT_POSSIBLE: async (workplace) => minorOf(workplace, await company(workplace.branch, 'Nord AB')),
    PARTY_TOO_YOUNG: async (workplace) =>
      minorOf(workplace, await minor(workplace.branch, await approvedCustomer(workplace.branch))),
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
