import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Case, Cases } from '../contract/cases.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { approvedCustomer, registerCustomer } from '../support/customers.ts'
import { addParty, minor, newParty } from '../support/mandates.ts'
import { moveToOtherBranch, withoutCrossing } from '../support/other-branch.ts'
import type { TestWorkplace } from '../support/workplace.ts'

type Changes = Partial<CallInput<'mandates.propose'>>

/** A mandate that would be proposed, unless something about it is changed. */
async function mandate({ branch }: TestWorkplace, changes: Changes = {}) {
  const { customerId, partyId, ...others } = changes
  return newParty(
    branch,
    customerId ?? (await approvedCustomer(branch)),
    partyId ?? (await approvedCustomer(branch)),
    others,
  )
}

const propose =
  (changes: Changes = {}): Case<'mandates.propose'> =>
  async (workplace) =>
    workplace.as('teller').ask('mandates.propose', await mandate(workplace, changes))

/** A power in force, and its end as it would be proposed. */
async function given({ branch }: TestWorkplace) {
  const customerId = await approvedCustomer(branch)
  const attorney = await approvedCustomer(branch)
  return {
    attorney,
    end: { key: randomUUID(), customerId, partyId: await addParty(branch, customerId, attorney) },
  }
}

/** Proposes the end of a power that another one has replaced meanwhile. */
async function replaced(workplace: TestWorkplace) {
  const { attorney, end } = await given(workplace)
  await addParty(workplace.branch, end.customerId, attorney, { replaces: `'${end.partyId}'` })
  return { attorney, end }
}

export const mandateCases = {
  'mandates.list': {
    CUSTOMER_NOT_FOUND: ({ as }) => as('teller').ask('mandates.list', { customerId: randomUUID() }),
    OTHER_BRANCH: async ({ as, branch }) => {
      const customerId = await approvedCustomer(branch)
      await moveToOtherBranch(branch.database, customerId)
      return withoutCrossing(branch.database, 'CUSTOMER_READ', () =>
        as('teller').ask('mandates.list', { customerId }),
      )
    },
  },
  'mandates.signers': {
    ACCOUNT_NOT_FOUND: ({ as }) => as('teller').ask('mandates.signers', { accountId: randomUUID() }),
    OTHER_BRANCH: async ({ as, branch }) => {
      const accountId = await openNewCustomersAccount(branch)
      await branch.database.superuser.query(
        `UPDATE accounts SET branch_id = (SELECT id FROM branches WHERE id <> $2 LIMIT 1) WHERE id = $1`,
        [accountId, branch.id],
      )
      return withoutCrossing(branch.database, 'ACCOUNT_READ', () =>
        as('teller').ask('mandates.signers', { accountId }),
      )
    },
  },
  'mandates.propose': {
    CUSTOMER_NOT_FOUND: propose({ customerId: randomUUID() }),
    OTHER_BRANCH: async (workplace) => {
      const customerId = await approvedCustomer(workplace.branch)
      await moveToOtherBranch(workplace.branch.database, customerId)
      return propose({ customerId })(workplace)
    },
    ACCOUNT_NOT_FOUND: propose({ accountId: randomUUID() }),
    AMOUNT_NOT_A_NUMBER: propose({ perPosting: 'x', currency: 'USD' }),
    AMOUNT_NEGATIVE: propose({ perPosting: '-1', currency: 'USD' }),
    AMOUNT_ZERO: propose({ perPosting: '0', currency: 'USD' }),
    AMOUNT_TOO_LARGE: propose({ perPosting: '10000000000000', currency: 'USD' }),
    AMOUNT_TOO_PRECISE: propose({ perPosting: '0.001', currency: 'USD' }),
    CURRENCY_NOT_SUPPORTED: propose({ perPosting: '1', currency: 'KWD' }),
    PARTY_DATES: propose({ validFrom: '2020-01-01' }),
    PARTY_NOT_FOUND: propose({ replaces: randomUUID() }),
    PARTY_NOT_POSSIBLE: propose({ power: 'SIGNATORY' }),
    PARTY_NOT_IDENTIFIED: async (workplace) =>
      propose({ partyId: await registerCustomer(workplace.branch.pool('teller')) })(workplace),
    PARTY_TOO_YOUNG: async (workplace) => {
      const guardian = await approvedCustomer(workplace.branch)
      return propose({ partyId: await minor(workplace.branch, guardian) })(workplace)
    },
    PARTY_KNOWN: async (workplace) => {
      const { attorney, end } = await given(workplace)
      return propose({ customerId: end.customerId, partyId: attorney })(workplace)
    },
    CHANGED_MEANWHILE: async (workplace) => {
      const { attorney, end } = await replaced(workplace)
      return propose({ customerId: end.customerId, partyId: attorney, replaces: end.partyId })(workplace)
    },
    PARTY_WAITS: async (workplace) => {
      const input = await mandate(workplace)
      await workplace.as('teller').call('mandates.propose', input)
      return workplace.as('supervisor').ask('mandates.propose', { ...input, key: randomUUID() })
    },
    KEY_REUSED: async (workplace) => {
      const input = await mandate(workplace)
      await workplace.as('teller').call('mandates.propose', input)
      return workplace.as('teller').ask('mandates.propose', { ...input, together: true })
    },
  },
  'mandates.proposeEnd': {
    CUSTOMER_NOT_FOUND: async (workplace) => {
      const { end } = await given(workplace)
      return workplace.as('teller').ask('mandates.proposeEnd', { ...end, customerId: randomUUID() })
    },
    OTHER_BRANCH: async (workplace) => {
      const { end } = await given(workplace)
      await moveToOtherBranch(workplace.branch.database, end.customerId)
      return workplace.as('teller').ask('mandates.proposeEnd', end)
    },
    PARTY_NOT_FOUND: async (workplace) => {
      const { end } = await given(workplace)
      return workplace.as('teller').ask('mandates.proposeEnd', { ...end, partyId: randomUUID() })
    },
    CHANGED_MEANWHILE: async (workplace) => {
      const { end } = await replaced(workplace)
      return workplace.as('teller').ask('mandates.proposeEnd', end)
    },
    PARTY_WAITS: async (workplace) => {
      const { end } = await given(workplace)
      await workplace.as('teller').call('mandates.proposeEnd', end)
      return workplace.as('teller').ask('mandates.proposeEnd', { ...end, key: randomUUID() })
    },
    KEY_REUSED: async (workplace) => {
      const { end } = await given(workplace)
      await workplace.as('teller').call('mandates.proposeEnd', end)
      return workplace.as('supervisor').ask('mandates.proposeEnd', end)
    },
  },
} satisfies Partial<Cases>
