import { randomUUID } from 'node:crypto'
import type { Paper, PrinterView } from '../../../shared/contract/printers.ts'
import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { PaperOf } from '../../printers/printer.ts'
import type { Around } from '../../progress.ts'
import { underWay } from '../../under-way.ts'
import type { SessionContext, UseCase, Workplace } from '../../workplace.ts'
import { statementPreview } from '../accounts/export-statement.ts'
import { proofPreview } from '../branches/day-proof.ts'
import { receiptToLookAt } from '../postings/get-receipt.ts'
import { pagesPaper } from './print-pages.ts'
import { chosenPrinter } from './print-paper.ts'
import { receiptPaper } from './print-receipt.ts'

type Asked = Parameters<UseCase<'printers', 'preview'>>[0]['paper']

/**
 * A paper as the printer that is chosen for it would print it now. It is on record as looked at, and the next print is no copy because of it.
 * Its pages are kept until another paper is looked at, and never leave as a file.
 */
export const previewPaper: UseCase<'printers', 'preview'> = ({ work, paper }, context) =>
  underWay(work, context, async (around) => {
    const { workplace, prepared } = context
    const printer = await printerFor(workplace, paper.of)
    if (!printer.ok) return printer
    const read = await paperToLookAt(paper, context, around)
    if (read === null) return fail('TRANSACTION_NOT_FOUND')
    const pdf = await workplace.printers.pdfFor(printer.value, read)
    const { name = null, way = null } = printer.value ?? {}
    const roll = way?.by === 'ESCPOS' ? way.roll : null
    const previewId = randomUUID()
    prepared.looked.clear()
    prepared.looked.set(previewId, { pdf, isRoll: roll !== null })
    return ok({ previewId, printer: name, roll })
  })

const MM_PER_POINT = 25.4 / 72

/** One page of it, from 1, drawn as a picture: of pages the very one that a printer of the system is given. */
export const previewPage: UseCase<'printers', 'previewPage'> = async (
  { previewId, pageNumber },
  { workplace, prepared },
) => {
  const looked = prepared.looked.get(previewId)
  if (looked === undefined) return fail('PREVIEW_GONE')
  const drawn = await workplace.studio.drawPage({ ...looked, at: pageNumber - 1 })
  if (!drawn.ok) throw new Error(`A page of a paper could not be drawn: ${drawn.because}`)
  const {
    page: { png, width, height },
    of,
  } = drawn.output
  return ok({
    content: png,
    width: width * MM_PER_POINT,
    height: height * MM_PER_POINT,
    page: Math.min(pageNumber, of),
    pages: of,
  })
}

/** Null where none is chosen: the paper is saved as a PDF. */
async function printerFor(
  workplace: Workplace,
  paper: Paper,
): Promise<Result<PrinterView | null, 'PRINTER_NOT_FOUND'>> {
  const chosen = await chosenPrinter(workplace, paper)
  if (chosen.ok) return chosen
  return chosen.error.code === 'PRINTER_NOT_CHOSEN' ? ok(null) : fail('PRINTER_NOT_FOUND')
}

/** Null where there is no such posting; what else is not there the database refuses. */
async function paperToLookAt(asked: Asked, context: SessionContext, around: Around): Promise<PaperOf | null> {
  if (asked.of === 'STATEMENT') return pagesPaper(await statementPreview(asked, context, around))
  if (asked.of === 'PROOF') return pagesPaper(await proofPreview(context, asked.businessDate))
  const receipt = await receiptToLookAt(context, asked.transactionId)
  return receipt && receiptPaper(receipt)
}
