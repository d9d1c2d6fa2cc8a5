import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PDFiumLibrary } from '@hyzyla/pdfium'

let library: Promise<PDFiumLibrary> | null = null
/** The program is beside the package's own files. Forms and scripts of a document are not run. */
export function loadPdfium(): Promise<PDFiumLibrary> {
  const file = readFileSync(fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm')))
  library ??= PDFiumLibrary.init({ wasmBinary: new Uint8Array(file).buffer })
  return library
}
