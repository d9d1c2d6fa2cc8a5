import { ok } from '../../../shared/result.ts'
import { paymentsFileName } from '../../print/file-name.ts'
import { renderPaymentsCsv } from '../../print/payments-csv.ts'
import { renderPaymentsPdf } from '../../print/payments-pdf.ts'
import type { Around } from '../../progress.ts'
import { underWay } from '../../under-way.ts'
import type { SessionContext, UseCase } from '../../workplace.ts'
import { callersBranch } from '../branches/callers-branch.ts'
import { paymentsOf } from './go-on.ts'

/** What became of each line of a file, as CSV or PDF. */
export const exportResult: UseCase<'payments', 'exportResult'> = ({ work, ...asked }, context) =>
  underWay(work, context, (around) => resultFile(asked, context, around))

type Asked = Omit<Parameters<UseCase<'payments', 'exportResult'>>[0], 'work'>

async function resultFile({ id, as }: Asked, { db, workplace }: SessionContext, around: Around) {
  const { file, lines } = await paymentsOf(db, id)
  const fileName = paymentsFileName(file.fileName, as)
  if (as === 'CSV') return ok({ fileName, mediaType: 'text/csv', content: renderPaymentsCsv(file, lines) })
  const { name, address, timeZone, numberFormat } = await callersBranch(db)
  const branch = { name, address }
  const faces = await workplace.letters.facesFor(branch, file, lines)
  const content = await renderPaymentsPdf(file, lines, { branch, timeZone, numberFormat, faces }, around)
  return ok({ fileName, mediaType: 'application/pdf', content })
}
