import { z } from 'zod'
import { query } from './define.ts'
import { bytes, isoDate } from './fields.ts'

/** Whoever answers for the books of a branch, and whoever examines those of the bank. */
const READERS = ['SUPERVISOR', 'AUDITOR'] as const

/** Programs that read a journal: hledger 1.25 and beancount 2.3, or newer. */
const journalFormat = z.enum(['HLEDGER', 'BEANCOUNT'])
export type JournalFormat = z.infer<typeof journalFormat>

/** Business dates, both included; null leaves that end open. */
const period = { from: isoDate.nullable(), to: isoDate.nullable() }

export const books = {
  /** Every entry of a period with the accounts that it is on: of the caller's branch, or for an auditor of the bank. */
  'books.exportJournal': query({
    input: z.object({ format: journalFormat, ...period }),
    output: z.object({
      fileName: z.string(),
      mediaType: z.string(),
      content: bytes,
      transactions: z.number().int(),
      entries: z.number().int(),
    }),
    roles: READERS,
    errors: ['EXPORT_TOO_LONG'],
  }),
}
