import { add, fromLedger, toDecimal } from '../../../shared/money.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'
import { statementLines } from '../../ledger/read-statement.ts'
import { statementFileName } from '../../print/file-name.ts'
import type { Statement } from '../../print/statement.ts'
import { renderStatementCsv } from '../../print/statement-csv.ts'
import { renderStatementPdf } from '../../print/statement-pdf.ts'
import { callersBranch } from '../branches/callers-branch.ts'
import { accountsOf } from './account-view.ts'

/** A longer period is refused: laying out a hundred pages takes seconds, and the window waits. */
const MAX_LINES = { PDF: 5_000, CSV: 20_000 }

/** The statement of a period as PDF or CSV, oldest first. Business dates, both included; null leaves that end open. */
export const exportStatement: UseCase<'accounts', 'exportStatement'> = async (input, { db }) => {
  const { accountId, format, from, to } = input
  const account = await accountsOf(db).where('a.id', '=', accountId).executeTakeFirst()
  if (account === undefined) return fail('ACCOUNT_NOT_FOUND')
  const rows = await statementLines(db, accountId)
    .$if(from !== null, (query) => query.where('t.business_date', '>=', from ?? ''))
    .$if(to !== null, (query) => query.where('t.business_date', '<=', to ?? ''))
    .orderBy('e.sequence')
    .limit(MAX_LINES[format] + 1)
    .execute()
  if (rows.length > MAX_LINES[format]) return fail('STATEMENT_TOO_LONG')
  const { name: branchName, timeZone, numberFormat } = await callersBranch(db)
  const lines = rows.map(({ sequence: _, ...line }) => line)
  const statement: Statement = {
    branchName,
    account,
    from,
    to,
    lines,
    ...bounds(lines, account, await balanceBefore(rows[0]?.sequence)),
  }
  return ok({
    fileName: statementFileName(account.accountNumber, format),
    mediaType: format === 'PDF' ? 'application/pdf' : 'text/csv',
    content:
      format === 'PDF'
        ? await renderStatementPdf(statement, { timeZone, numberFormat })
        : renderStatementCsv(statement, timeZone),
  })

  /** The balance before the first line of the period; without any line, the last balance before its end. */
  async function balanceBefore(firstSequence: string | undefined): Promise<string> {
    const earlier = await statementLines(db, accountId)
      .$if(firstSequence !== undefined, (query) => query.where('e.sequence', '<', firstSequence ?? ''))
      .$if(to !== null, (query) => query.where('t.business_date', '<=', to ?? ''))
      .orderBy('e.sequence', 'desc')
      .limit(1)
      .executeTakeFirst()
    return earlier?.balanceAfter ?? toDecimal({ minor: 0n, currency: account?.currency ?? '' })
  }
}

function bounds(lines: Statement['lines'], { currency }: Statement['account'], before: string) {
  const withCurrencyDecimals = (text: string) =>
    toDecimal(add(fromLedger(text, currency), { minor: 0n, currency }))
  const openingBalance = withCurrencyDecimals(before)
  return { openingBalance, closingBalance: withCurrencyDecimals(lines.at(-1)?.balanceAfter ?? before) }
}
