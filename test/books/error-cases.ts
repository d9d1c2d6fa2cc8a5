import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Case, Cases } from '../contract/cases.ts'
import { insertLongTransaction } from '../support/journal-rows.ts'
import type { TestWorkplace } from '../support/workplace.ts'
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

const TOO_LARGE = new Uint8Array(1_000_001)
const bytes = (text: string) => new TextEncoder().encode(text)
const chartOf = async ({ as }: TestWorkplace) =>
  (await as('supervisor').call('books.exportChart', {})).content
const propose = ({ as }: TestWorkplace, content: Uint8Array, key: string = randomUUID()) =>
  as('supervisor').ask('books.proposeChart', { key, content })

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
      basis: 'BUSINESS',
      from: null,
      to: null,
    }),
  },
  'books.ledgerEntries': {
    TILL_STILL_HELD: whileHolding('books.ledgerEntries', {
      code: '1000',
      currency: 'USD',
      basis: 'BUSINESS',
      date: LAST,
      after: null,
      limit: 10,
    }),
  },
  'books.previewChart': {
    FILE_TOO_LARGE: ({ as }) => as('supervisor').ask('books.previewChart', { content: TOO_LARGE }),
  },
  'books.proposeChart': {
    FILE_TOO_LARGE: (workplace) => propose(workplace, TOO_LARGE),
    CHART_FAULTY: (workplace) => propose(workplace, bytes('Code,Name')),
    CHART_UNCHANGED: async (workplace) => propose(workplace, await chartOf(workplace)),
    KEY_REUSED: async (workplace) => {
      const text = new TextDecoder().decode(await chartOf(workplace))
      const key = randomUUID()
      await propose(workplace, bytes(text.replace('"Vault"', '"Strongroom"')), key)
      return propose(workplace, bytes(text.replace('"Vault"', '"Safe"')), key)
    },
  },
  'books.continueCheck': {
    CHECK_NOT_FOUND: ({ as }) => as('auditor').ask('books.continueCheck', { id: randomUUID() }),
  },
  'books.cancelCheck': {
    CHECK_NOT_FOUND: ({ as }) => as('supervisor').ask('books.cancelCheck', { id: randomUUID() }),
  },
} satisfies Partial<Cases>
