import type { Cases } from '../contract/cases.ts'
import { insertLongTransaction } from '../support/journal-rows.ts'

export const bookCases = {
  'books.exportJournal': {
    EXPORT_TOO_LONG: async (workplace) => {
      await insertLongTransaction(workplace.branch, 200_002)
      return workplace.as('auditor').ask('books.exportJournal', { format: 'HLEDGER', from: null, to: null })
    },
  },
} satisfies Partial<Cases>
