import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { renderTestPdf } from '../../print/test-pdf.ts'
import { testRoll } from '../../print/roll.ts'
import { formatTime } from '../../print/words.ts'
import type { UseCase } from '../../workplace.ts'
import { printOn } from './print-paper.ts'
import { printersHere } from './printers-here.ts'

/** Letters that most printers have, and letters that are drawn. */
const SCRIPTS = [
  'Ångström, Façade, Müller, € 1,204.50',
  'Łódź  Žižkov',
  'Αθήνα',
  'София',
  'القاهرة',
  '東京',
  'กรุงเทพ',
]

/** Prints a page by which somebody sees that it is the right printer, and that nothing is cut off. */
export const testPrinter: UseCase<'printers', 'test'> = async ({ printerId }, { workplace }) => {
  const { printers } = await printersHere(workplace)
  const printer = printers.find(({ id }) => id === printerId)
  if (printer === undefined) return fail('PRINTER_NOT_FOUND')
  const about = [formatTime(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone), ...SCRIPTS]
  const paper = {
    title: 'Test page',
    isLong: false,
    roll: (columns: number) => testRoll(printer.name, about, columns),
    pdf: () => renderTestPdf(printer.name, about),
  }
  const printed = await printOn(workplace, printer, async () => ({ paper, value: null }))
  return printed.ok ? ok({}) : printed
}
