import type { JournalFormat } from '../../../shared/contract/books.ts'
import { ok } from '../../../shared/result.ts'
import { isoTimeIn } from '../../../shared/rules/branch-time.ts'
import { journalOfPeriod } from '../../ledger/read-journal.ts'
import { renderBeancount } from '../../print/journal-beancount.ts'
import { renderHledger } from '../../print/journal-hledger.ts'
import { journalFileName } from '../../print/file-name.ts'
import type { Journal } from '../../print/journal.ts'
import type { UseCase } from '../../workplace.ts'
import { callersBranch } from '../branches/callers-branch.ts'

/** Entries in one file: some forty megabytes of text, which both programs read within a minute. */
const MAX_ENTRIES = 200_000

const RENDERERS: Readonly<Record<JournalFormat, (journal: Journal) => Uint8Array>> = {
  HLEDGER: renderHledger,
  BEANCOUNT: renderBeancount,
}

/** The journal of a period for another bookkeeping program. Business dates, both included; null leaves that end open. */
export const exportJournal: UseCase<'books', 'exportJournal'> = async ({ format, from, to }, { db }) => {
  const { name: branchName, timeZone } = await callersBranch(db)
  const rows = await journalOfPeriod(db, { format, from, to, most: MAX_ENTRIES })
  const takenAt = isoTimeIn(timeZone, new Date(rows.takenAt))
  return ok({
    fileName: journalFileName(branchName, { format, from, to }),
    mediaType: 'text/plain',
    content: RENDERERS[format]({ ...rows, branchName, from, to, takenAt }),
    transactions: rows.transactions.length,
    entries: rows.totals.reduce((sum, { entries }) => sum + entries, 0),
  })
}
