import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Case, Cases } from '../contract/cases.ts'
import { insertLongTransaction } from '../support/journal-rows.ts'
import { closeTill } from '../support/posting-functions.ts'
import { ensureOpenTill } from '../support/tills.ts'

type Reading = 'books.exportJournal' | 'books.trialBalance' | 'books.generalLedger' | 'books.ledgerEntries'

/** Reads as a supervisor who holds a till, which is closed again. */
const whileHolding =
  <N extends Reading>(name: N, input: CallInput<N>): Case<N> =>
  async (workplace) => {
    const { branch } = workplace
    await ensureOpenTill(branch, branch.staff.supervisor, 1)
    const answer = await workplace.as('supervisor').ask(name, input)
    await closeTill(branch.pool('supervisor'), '0')
    return answer
  }

const LAST = '2999-12-31'

export const bookCases = {
  'books.exportJournal': {
    EXPORT_TOO_LONG: async (workplace) => {
      await insertLongTransaction(workplace.branch, 200_002)
      return workplace.as('auditor').ask('books.exportJournal', { format: 'HLEDGER', from: null, to: null })
    },
    TILL_STILL_HELD: whileHolding('books.exportJournal', { format: 'HLEDGER', from: null, to: null }),
  },
  'books.trialBalance': {
    TILL_STILL_HELD: whileHolding('books.trialBalance', { date: LAST, basis: 'BUSINESS' }),
  },
  'books.generalLedger': {
    TILL_STILL_HELD: whileHolding('books.generalLedger', {
      code: '1000',
      currency: 'USD',
      from: null,
      to: null,
    }),
  },
  'books.ledgerEntries': {
    TILL_STILL_HELD: whileHolding('books.ledgerEntries', {
      code: '1000',
      currency: 'USD',
      date: LAST,
      after: null,
      limit: 10,
    }),
  },
  'books.continueCheck': {
    CHECK_NOT_FOUND: ({ as }) => as('auditor').ask('books.continueCheck', { id: randomUUID() }),
  },
  'books.cancelCheck': {
    CHECK_NOT_FOUND: ({ as }) => as('supervisor').ask('books.cancelCheck', { id: randomUUID() }),
  },
} satisfies Partial<Cases>
