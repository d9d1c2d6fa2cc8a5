import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { Face } from '../../print/fonts/face.ts'
import { LettersMissing } from '../../print/fonts/open-letters.ts'
import { renderTestPdf } from '../../print/test-pdf.ts'
import { testRoll } from '../../print/roll.ts'
import { formatTime } from '../../print/words.ts'
import type { UseCase, Workplace } from '../../workplace.ts'
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
  '서울',
  'กรุงเทพ',
  'दिल्ली',
]

/** Prints a page by which somebody sees that it is the right printer, and that nothing is cut off. */
export const testPrinter: UseCase<'printers', 'test'> = async ({ printerId }, { workplace }) => {
  const { printers } = await printersHere(workplace)
  const printer = printers.find(({ id }) => id === printerId)
  if (printer === undefined) return fail('PRINTER_NOT_FOUND')
  const { lines, faces } = await printableLines(workplace, [
    printer.name,
    formatTime(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone),
    ...SCRIPTS,
  ])
  const [title = '', ...about] = lines
  const paper = {
    title: 'Test page',
    isLong: false,
    roll: (columns: number) => testRoll(title, about, columns),
    pdf: () => renderTestPdf(title, about, faces),
  }
  const printed = await printOn(workplace, printer, async () => ({ paper, value: null }))
  return printed.ok ? ok(printed.value.on) : printed
}

/** The lines that this computer can print, and in place of the others which letters it lacks. */
async function printableLines({ letters }: Workplace, lines: readonly string[]) {
  const faces = new Set<Face>()
  const written: string[] = []
  for (const line of lines) {
    try {
      for (const face of await letters.facesFor(line)) faces.add(face)
      written.push(line)
    } catch (error) {
      if (!(error instanceof LettersMissing)) throw error
      written.push(`No font here: ${error.scripts.map(scriptName).join(', ')}`)
    }
  }
  return { lines: written, faces: [...faces] }
}

const scriptName = (script: string) => script.slice(0, 1) + script.slice(1).toLowerCase()
