import type { JournalFormat } from '../../../shared/contract/books.ts'
import { ok } from '../../../shared/result.ts'
import { isoTimeIn } from '../../../shared/rules/branch-time.ts'
import { journalOfPeriod } from '../../ledger/read-journal.ts'
import { renderBeancount } from '../../print/journal-beancount.ts'
import { renderHledger } from '../../print/journal-hledger.ts'
import { journalFileName } from '../../print/file-name.ts'
import type { Journal } from '../../print/journal.ts'
import { type Around, unlessEnded } from '../../progress.ts'
import { underWay } from '../../under-way.ts'
import type { SessionContext, UseCase } from '../../workplace.ts'
import { callersBranch } from '../branches/callers-branch.ts'

/** Entries in one file: some forty megabytes of text, which both programs read within a minute. */
const MAX_ENTRIES = 200_000

const RENDERERS: Readonly<Record<JournalFormat, (journal: Journal) => Uint8Array>> = {
  HLEDGER: renderHledger,
  BEANCOUNT: renderBeancount,
}

/** The journal of a period for another bookkeeping program. Business dates, both included; null leaves that end open. */
export const exportJournal: UseCase<'books', 'exportJournal'> = ({ work, ...asked }, context) =>
  underWay(work, context, (around) => journalFile(asked, context.db, around))

/** Read, written, and given to the window: what it costs is in the first two. */
const STEPS = 3

type Asked = Omit<Parameters<UseCase<'books', 'exportJournal'>>[0], 'work'>

async function journalFile(
  { format, from, to }: Asked,
  db: SessionContext['db'],
  { onProgress, signal }: Around,
) {
  onProgress(0, STEPS)
  const { name: branchName, timeZone } = await callersBranch(db)
  const rows = await unlessEnded(signal, journalOfPeriod(db, { format, from, to, most: MAX_ENTRIES }))
  onProgress(1, STEPS)
  const takenAt = isoTimeIn(timeZone, new Date(rows.takenAt))
  const content = RENDERERS[format]({ ...rows, branchName, from, to, takenAt })
  onProgress(2, STEPS)
  return ok({
    fileName: journalFileName(branchName, { format, from, to }),
    mediaType: 'text/plain',
    content,
    transactions: rows.transactions.length,
    entries: rows.totals.reduce((sum, { entries }) => sum + entries, 0),
  })
}
