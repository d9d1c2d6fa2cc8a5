import type { Paper, PrinterView } from '../../../shared/contract/printers.ts'
import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { writtenAddress } from '../../printers/printer-address.ts'
import type { ReadPaper } from '../../printers/printer.ts'
import type { Workplace } from '../../workplace.ts'
import { printersHere } from './printers-here.ts'

type PrintError = 'PRINTER_NOT_READY' | 'PRINTER_UNREACHABLE' | 'PRINT_STOPPED'

/** The printer of a kind of paper. */
export async function chosenPrinter(
  workplace: Workplace,
  paper: Paper,
): Promise<Result<PrinterView, 'PRINTER_NOT_CHOSEN' | 'PRINTER_NOT_FOUND'>> {
  const { printers, choices } = await printersHere(workplace)
  if (choices[paper] === null) return fail('PRINTER_NOT_CHOSEN')
  const printer = printers.find(({ id }) => id === choices[paper])
  return printer === undefined ? fail('PRINTER_NOT_FOUND') : ok(printer)
}

/** Prints, and answers when what came of it is known. A value of null: there was nothing to print. */
export async function printOn<T>(
  { printers }: Workplace,
  printer: PrinterView,
  read: ReadPaper<T>,
): Promise<Result<T | null, PrintError>> {
  const { outcome, value } = await printers.printOn(printer, read)
  const { name, way } = printer
  if (outcome.is === 'PRINTED') return ok(value)
  if (outcome.is === 'UNREACHABLE')
    return fail('PRINTER_UNREACHABLE', {
      printer: name,
      address: way.by === 'CUPS' ? way.queue : writtenAddress(way),
    })
  const facts = { printer: name, because: outcome.because }
  return outcome.is === 'NOT_BEGUN' ? fail('PRINTER_NOT_READY', facts) : fail('PRINT_STOPPED', facts)
}
