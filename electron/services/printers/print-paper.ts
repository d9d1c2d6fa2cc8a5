import type { Paper, PrinterView, PrintTold } from '../../../shared/contract/printers.ts'
import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { writtenAddress } from '../../printers/printer-address.ts'
import type { PrintOutcome, ReadPaper } from '../../printers/printer.ts'
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

/** A value of null: there was nothing to print. */
type OnPaper<T> = {
  readonly value: T | null
  readonly on: { readonly printer: string; readonly told: PrintTold }
}

/** Prints, and answers when what came of it is known. */
export async function printOn<T>(
  { printers }: Workplace,
  printer: PrinterView,
  read: ReadPaper<T>,
): Promise<Result<OnPaper<T>, PrintError>> {
  const { outcome, value } = await printers.printOn(printer, read)
  if (outcome.is === 'PRINTED' || outcome.is === 'TAKEN')
    return ok({ value, on: { printer: printer.name, told: outcome.is } })
  if (outcome.is !== 'STOPPED') return whyNotBegun(printer, outcome)
  return fail('PRINT_STOPPED', { printer: printer.name, because: outcome.because })
}

/** Why nothing of it is on paper. */
export const whyNotBegun = (
  { name, way }: PrinterView,
  outcome: Extract<PrintOutcome, { is: 'UNREACHABLE' | 'NOT_BEGUN' }>,
) =>
  outcome.is === 'NOT_BEGUN'
    ? fail('PRINTER_NOT_READY', { printer: name, because: outcome.because })
    : fail('PRINTER_UNREACHABLE', { printer: name, address: placeOf(way) })

function placeOf(way: PrinterView['way']): string {
  if (way.by === 'CUPS') return way.queue
  return way.by === 'SYSTEM' ? way.device : writtenAddress(way)
}
