import { ok } from '../../../shared/result.ts'
import { UNWATCHED } from '../../progress.ts'
import type { PaperOf } from '../../printers/printer.ts'
import type { UseCase } from '../../workplace.ts'
import { statementFile } from '../accounts/export-statement.ts'
import { proofFile } from '../branches/day-proof.ts'
import { chosenPrinter, printOn } from './print-paper.ts'

type File = { readonly fileName: string; readonly content: Uint8Array }

/** What is printed of a file, and looked at before it is. A roll is too narrow for pages: no printer of rolls is chosen for them. */
export const pagesPaper = ({ fileName, content }: File): PaperOf => ({
  title: fileName,
  isLong: true,
  roll: () => [],
  pdf: async () => content,
})

export const printStatement: UseCase<'printers', 'printStatement'> = async (asked, context) => {
  const { workplace } = context
  const printer = await chosenPrinter(workplace, 'STATEMENT')
  if (!printer.ok) return printer
  const printed = await printOn(workplace, printer.value, async () => {
    const { value } = await statementFile({ ...asked, format: 'PDF' }, context, UNWATCHED)
    return { paper: pagesPaper(value), value: null }
  })
  return printed.ok ? ok(printed.value.on) : printed
}

export const printProof: UseCase<'printers', 'printProof'> = async ({ businessDate }, context) => {
  const { workplace } = context
  const printer = await chosenPrinter(workplace, 'PROOF')
  if (!printer.ok) return printer
  const printed = await printOn(workplace, printer.value, async () => ({
    paper: pagesPaper(await proofFile(context, businessDate, 'PDF')),
    value: null,
  }))
  return printed.ok ? ok(printed.value.on) : printed
}
