import { ok } from '../../../shared/result.ts'
import { paymentsFileName } from '../../print/file-name.ts'
import { renderPaymentsCsv } from '../../print/payments-csv.ts'
import { renderPaymentsPdf } from '../../print/payments-pdf.ts'
import type { UseCase } from '../../workplace.ts'
import { callersBranch } from '../branches/callers-branch.ts'
import { paymentsOf } from './go-on.ts'

/** What became of each line of a file, as CSV or PDF. */
export const exportResult: UseCase<'payments', 'exportResult'> = async ({ id, as }, { db }) => {
  const { file, lines } = await paymentsOf(db, id)
  const fileName = paymentsFileName(file.fileName, as)
  if (as === 'CSV') return ok({ fileName, mediaType: 'text/csv', content: renderPaymentsCsv(file, lines) })
  const { timeZone, numberFormat } = await callersBranch(db)
  const content = await renderPaymentsPdf(file, lines, { timeZone, numberFormat })
  return ok({ fileName, mediaType: 'application/pdf', content })
}
