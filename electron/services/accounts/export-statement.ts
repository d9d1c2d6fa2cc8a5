import { fromLedger, toDecimal } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import { type Around, unlessEnded } from '../../progress.ts'
import { underWay } from '../../under-way.ts'
import type { SessionContext, UseCase } from '../../workplace.ts'
import { statementOfPeriod, statementToLookAt } from '../../ledger/read-statement.ts'
import type { PrintOptions } from '../../print/document.ts'
import { statementFileName } from '../../print/file-name.ts'
import type { Statement } from '../../print/statement.ts'
import { renderStatementCsv } from '../../print/statement-csv.ts'
import { renderStatementCamt } from '../../print/statement-camt.ts'
import { renderStatementPdf } from '../../print/statement-pdf.ts'
import { callersBranch } from '../branches/callers-branch.ts'

/** A longer period is refused: laying out a hundred pages takes seconds, and the window waits. */
const MAX_LINES = { PDF: 5_000, CSV: 20_000, CAMT: 20_000 }

const MEDIA_TYPE = { PDF: 'application/pdf', CSV: 'text/csv', CAMT: 'application/xml' }

/** The statement of a period as PDF, CSV or ISO 20022 camt.053, oldest first. Business dates, both included; null leaves that end open. */
export const exportStatement: UseCase<'accounts', 'exportStatement'> = ({ work, ...asked }, context) =>
  underWay(work, context, (around) => statementFile(asked, context, around))

type Asked = Omit<Parameters<UseCase<'accounts', 'exportStatement'>>[0], 'work'>

/** The statement in one of its formats; of an account that may not be read the database refuses it. */
export async function statementFile(
  { accountId, format, from, to }: Asked,
  context: SessionContext,
  around: Around,
) {
  const asked = { format, from, to, most: MAX_LINES[format] }
  return ok(await fileOf(statementOfPeriod(context.db, accountId, asked), asked, context, around))
}

/** The PDF as it would be printed now, which is on record as looked at. */
export function statementPreview(
  { accountId, from, to }: Omit<Asked, 'format'>,
  context: SessionContext,
  around: Around,
) {
  const asked = { format: 'PDF' as const, from, to, most: MAX_LINES.PDF }
  return fileOf(statementToLookAt(context.db, accountId, asked), asked, context, around)
}

async function fileOf(
  reading: ReturnType<typeof statementOfPeriod>,
  { format, from, to }: Omit<Asked, 'accountId'>,
  { db, workplace }: SessionContext,
  around: Around,
) {
  const period = await unlessEnded(around.signal, reading)
  const { account, lines, openingBalance } = period
  const { name: branchName, address: branchAddress, timeZone, numberFormat } = await callersBranch(db)
  const decimal = (text: string) => toDecimal(fromLedger(text, account.currency))
  const statement: Statement = {
    ...period,
    branchName,
    branchAddress,
    from,
    to,
    openingBalance: decimal(openingBalance),
    closingBalance: decimal(lines.at(-1)?.balanceAfter ?? openingBalance),
  }
  const faces = format === 'PDF' ? await workplace.letters.facesFor(statement) : []
  return {
    fileName: statementFileName(account.accountNumber, format),
    mediaType: MEDIA_TYPE[format],
    content: await render(format, statement, { timeZone, numberFormat, faces }, around),
  }
}

type Format = keyof typeof MAX_LINES

function render(
  format: Format,
  statement: Statement,
  options: PrintOptions,
  around: Around,
): Promise<Uint8Array> | Uint8Array {
  if (format === 'PDF') return renderStatementPdf(statement, options, around)
  if (format === 'CSV') return renderStatementCsv(statement, options.timeZone)
  return renderStatementCamt(statement, { timeZone: options.timeZone, madeAt: new Date() })
}
