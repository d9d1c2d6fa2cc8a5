import { type Kysely, sql } from 'kysely'
import type { JournalAccount, JournalRows, JournalTotal, JournalTransaction } from '../../shared/journal.ts'
import type { DB } from '../db/tables.ts'

type Row =
  | { readonly kind: 'TAKEN'; readonly content: { readonly at: string } }
  | { readonly kind: 'ACCOUNT'; readonly content: JournalAccount }
  | { readonly kind: 'TRANSACTION'; readonly content: JournalTransaction }
  | { readonly kind: 'TOTAL'; readonly content: JournalTotal }

type Asked = {
  readonly format: string
  readonly from: string | null
  readonly to: string | null
  /** Entries; more are refused: EXPORT_TOO_LONG. */
  readonly most: number
}

/** The journal of a period of business dates, both included, in the order of dates and entries, from one snapshot. */
export async function journalOfPeriod(
  db: Kysely<DB>,
  { format, from, to, most }: Asked,
): Promise<JournalRows> {
  const { rows } =
    await sql<Row>`SELECT kind, content FROM export_journal(${format}, ${from}, ${to}, ${most})`.execute(db)
  const accounts: JournalAccount[] = []
  const transactions: JournalTransaction[] = []
  const totals: JournalTotal[] = []
  let takenAt = ''
  for (const row of rows)
    if (row.kind === 'TAKEN') takenAt = row.content.at
    else if (row.kind === 'ACCOUNT') accounts.push(row.content)
    else if (row.kind === 'TRANSACTION') transactions.push(row.content)
    else totals.push(row.content)
  return { takenAt, accounts, transactions, totals }
}
