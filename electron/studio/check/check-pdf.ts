import { parentPort, workerData } from 'node:worker_threads'
// Before the library, which looks for the decoder when it is loaded.
import { jpegs } from './pdf-pictures.ts'
// Loaded for its effect: the library finds its reader in this thread and looks for no file of it, which a bundle does not have.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { MAX_MEGAPIXELS } from '../../../shared/rules/picture-size.ts'
import { areGreyAndPrintJpegsWhole } from './jpegs-in-pdf.ts'
import { readPage } from './read-page.ts'

/** A thread of its own for one PDF: reads all of its pages with their pictures and reports what was found. What blocks is ended from outside. */
type PdfReport =
  { readonly pages: number } | { readonly problem: 'locked' | 'damaged' | 'tooManyPixels' | 'nothingDrawn' }

/** More pages are counted and not read: they are refused for their number. */
const MOST_READ = 50

/**
 * What the library leaves out with no more than a warning. It is told to go on after errors, because an operator list that ends in an
 * error arrives without one.
 */
const LEFT_OUT =
  /ignoring|Unknown command|Skipping command|Unterminated string|Invalid stream|flate stream|Unable to decode|dimensions are missing/
const TOO_LARGE = /Image exceeded maximum allowed size/
const warnings: string[] = []
console.warn = (text: unknown) => {
  warnings.push(String(text))
}

async function report(data: Uint8Array): Promise<PdfReport> {
  const task = getDocument({
    // The library takes ownership of the bytes.
    data: data.slice(),
    enableXfa: false,
    useSystemFonts: true,
    isImageDecoderSupported: true,
    maxImageSize: MAX_MEGAPIXELS * 1_000_000,
    verbosity: VerbosityLevel.WARNINGS,
  })
  try {
    const pdf = await task.promise
    let drawn = 0
    for (let page = 1; page <= Math.min(pdf.numPages, MOST_READ); page += 1)
      drawn += await readPage(await pdf.getPage(page))
    if (warnings.some((text) => TOO_LARGE.test(text))) return { problem: 'tooManyPixels' }
    if (jpegs.damaged || warnings.some((text) => LEFT_OUT.test(text))) return { problem: 'damaged' }
    if (!(await areGreyAndPrintJpegsWhole(data))) return { problem: 'damaged' }
    return pdf.numPages > 0 && drawn === 0 ? { problem: 'nothingDrawn' } : { pages: pdf.numPages }
  } catch (error) {
    return { problem: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged' }
  } finally {
    await task.destroy()
  }
}

if (workerData instanceof Uint8Array) parentPort?.postMessage(await report(workerData), [])
