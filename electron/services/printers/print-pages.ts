import { ok } from '../../../shared/result.ts'
import { UNWATCHED } from '../../progress.ts'
import type { UseCase } from '../../workplace.ts'
import { statementFile } from '../accounts/export-statement.ts'
import { proofFile } from '../branches/day-proof.ts'
import { chosenPrinter, printOn } from './print-paper.ts'

/** A roll is too narrow for pages: no printer of rolls is chosen for them. */
const PAGES = { isLong: true, roll: () => [] }

export const printStatement: UseCase<'printers', 'printStatement'> = async (asked, context) => {
  const { workplace } = context
  const printer = await chosenPrinter(workplace, 'STATEMENT')
  if (!printer.ok) return printer
  const printed = await printOn(workplace, printer.value, async () => {
    const { value } = await statementFile({ ...asked, format: 'PDF' }, context, UNWATCHED)
    const paper = { title: value.fileName, ...PAGES, pdf: async () => value.content }
    return { paper, value: null }
  })
  return printed.ok ? ok(printed.value.on) : printed
}

export const printProof: UseCase<'printers', 'printProof'> = async ({ businessDate }, context) => {
  const { workplace } = context
  const printer = await chosenPrinter(workplace, 'PROOF')
  if (!printer.ok) return printer
  const printed = await printOn(workplace, printer.value, async () => {
    const { fileName, content } = await proofFile(context, businessDate, 'PDF')
    return { paper: { title: fileName, ...PAGES, pdf: async () => content }, value: null }
  })
  return printed.ok ? ok(printed.value.on) : printed
}
