import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PrinterInfo, WebContentsPrintOptions } from 'electron'
import type { PdfOptions } from './parts.ts'

/** The part of Electron's options that a printer here looks at. */
export type PrintOptions = Pick<
  WebContentsPrintOptions,
  | 'silent'
  | 'deviceName'
  | 'printBackground'
  | 'landscape'
  | 'margins'
  | 'pageSize'
  | 'usePrinterDefaultPageSize'
>

/** A printer of the test's: the sheet that it holds, in millimetres, and what it does with a paper. */
export type TestPrinter = {
  readonly name: string
  readonly displayName?: string
  readonly sheet: readonly [width: number, height: number]
  readonly does?: 'PRINTS' | 'FAILS' | 'CANCELS' | 'HANGS'
}

const A4 = [210, 297] as const
const MARGIN_MM = 10
/** The folder with `printers.json`, into which they print. */
const folder = (): string | undefined => process.env['DOUBLE_PRINTERS']

/** Read at each question, so that a test changes them meanwhile. */
function printers(): readonly TestPrinter[] {
  const place = folder()
  const file = place === undefined ? '' : join(place, 'printers.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}

export const printerList = (): PrinterInfo[] =>
  printers().map(({ name, displayName = name }) => ({ name, displayName, description: '', options: {} }))

/** As Electron chooses it: the size that is asked for, the printer's own, or else A4. */
function sheetOf(printer: TestPrinter, { pageSize, usePrinterDefaultPageSize }: PrintOptions) {
  if (pageSize !== undefined && usePrinterDefaultPageSize !== undefined)
    throw new Error('usePrinterDefaultPageSize cannot be combined with pageSize')
  if (usePrinterDefaultPageSize === true) return printer.sheet
  if (typeof pageSize === 'object') return [pageSize.width / 1_000, pageSize.height / 1_000] as const
  return A4
}

function pdfOptions(printer: TestPrinter, options: PrintOptions): PdfOptions {
  const [width, height] = sheetOf(printer, options)
  const margin = options.margins?.marginType === 'none' ? '0mm' : `${MARGIN_MM}mm`
  return {
    width: `${width}mm`,
    height: `${height}mm`,
    margin: { top: margin, bottom: margin, left: margin, right: margin },
    printBackground: options.printBackground ?? false,
    landscape: options.landscape ?? false,
  }
}

/** Prints into a file of the folder, named after the printer and numbered from 1; `makePdf` has Chromium lay the page out as for paper. */
export function printOn(
  options: PrintOptions,
  makePdf: (asked: PdfOptions) => Promise<Buffer>,
  answer: (taken: boolean, reason: string) => void,
): void {
  const printer = printers().find(({ name }) => name === options.deviceName)
  if (printer === undefined) return answer(false, 'Invalid deviceName provided')
  if (options.silent !== true) return answer(false, 'the double has no dialog')
  if (printer.does === 'HANGS') return
  if (printer.does === 'CANCELS') return answer(false, 'Print job canceled')
  if (printer.does === 'FAILS') return answer(false, '')
  const taken = makePdf(pdfOptions(printer, options)).then((pdf) => keep(printer.name, pdf))
  taken.then(
    () => answer(true, ''),
    (error: unknown) => answer(false, String(error)),
  )
}

function keep(name: string, pdf: Buffer): void {
  const place = folder() ?? ''
  const before = readdirSync(place).filter((file) => file.startsWith(`${name} `)).length
  writeFileSync(join(place, `${name} ${before + 1}.pdf`), pdf)
}
