import { parentPort, workerData } from 'node:worker_threads'
// Loaded for its effect: the library finds its reader in this thread and looks for no file of it, which a bundle does not have.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A thread of its own for one PDF: reads all of its pages and reports what was found. What blocks is ended from outside. */
type PdfReport = { readonly pages: number } | { readonly problem: 'locked' | 'damaged' }

/** More pages are counted and not read: they are refused for their number. */
const MOST_READ = 50

async function report(data: Uint8Array): Promise<PdfReport> {
  const task = getDocument({
    data,
    stopAtErrors: true,
    enableXfa: false,
    useSystemFonts: true,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const pdf = await task.promise
    for (let page = 1; page <= Math.min(pdf.numPages, MOST_READ); page += 1)
      await (await pdf.getPage(page)).getTextContent()
    return { pages: pdf.numPages }
  } catch (error) {
    return { problem: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged' }
  } finally {
    await task.destroy()
  }
}

if (workerData instanceof Uint8Array) parentPort?.postMessage(await report(workerData), [])
