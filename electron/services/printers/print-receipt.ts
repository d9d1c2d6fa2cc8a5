import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { receiptContent } from '../../print/receipt-content.ts'
import { renderReceiptPdf } from '../../print/receipt-pdf.ts'
import { receiptRoll } from '../../print/roll.ts'
import type { PaperOf } from '../../printers/printer.ts'
import type { UseCase } from '../../workplace.ts'
import { receiptToPrint } from '../postings/get-receipt.ts'
import { chosenPrinter, printOn } from './print-paper.ts'

/** The receipt of a posting on paper. The posting stands whatever comes of it. */
export const printReceipt: UseCase<'printers', 'printReceipt'> = async ({ transactionId }, context) => {
  const { workplace } = context
  const printer = await chosenPrinter(workplace, 'RECEIPT')
  if (!printer.ok) return printer
  const printed = await printOn(workplace, printer.value, async () => {
    const receipt = await receiptToPrint(context, transactionId)
    return receipt && { paper: receiptPaper(receipt), value: receipt.options.isCopy }
  })
  if (!printed.ok) return printed
  const { value: isCopy, on } = printed.value
  return isCopy === null ? fail('TRANSACTION_NOT_FOUND') : ok({ ...on, isCopy })
}

/** What is printed of a receipt, and looked at before it is. */
export const receiptPaper = ({
  posting,
  reader,
  options,
}: NonNullable<Awaited<ReturnType<typeof receiptToPrint>>>): PaperOf => ({
  title: `Receipt ${posting.reference}`,
  isLong: false,
  roll: (columns) => receiptRoll(receiptContent(posting, reader, options), columns),
  pdf: () => renderReceiptPdf(posting, reader, options),
})
