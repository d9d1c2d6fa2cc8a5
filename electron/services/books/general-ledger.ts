import { sql } from 'kysely'
import type { LedgerDay, LedgerEntry } from '../../../shared/contract/book-views.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** One code in one currency, date by date, as recorded or by value date. Dates, both included; null leaves that end open. */
export const generalLedger: UseCase<'books', 'generalLedger'> = async (
  { code, currency, basis, from, to },
  { db },
) => {
  const { rows } =
    await sql<LedgerDay>`SELECT business_date AS date, debits::text, credits::text, entries::int, balance::text
    FROM read_general_ledger(${code}, ${currency}, ${from}, ${to}, ${basis === 'VALUE'})`.execute(db)
  return ok({ days: rows })
}

/** A page of the entries of a code on one business date or value date. */
export const ledgerEntries: UseCase<'books', 'ledgerEntries'> = async (input, { db }) => {
  const { code, currency, date, basis, after, limit } = input
  const [account = null, number = null] = after?.split('/') ?? []
  const { rows } = await sql<{
    entry: LedgerEntry
  }>`SELECT read_ledger_entries(${code}, ${currency}, ${date}, ${basis === 'VALUE'}, ${account}, ${number}, ${limit}) AS entry`.execute(
    db,
  )
  const entries = rows.map(({ entry }) => entry)
  return ok({ entries, next: rows.length === limit ? (entries.at(-1)?.entryId ?? null) : null })
}
