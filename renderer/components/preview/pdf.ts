import type { PDFDocumentProxy } from 'pdfjs-dist'
import { MAX_MEGAPIXELS } from '../../../shared/rules/picture-size.ts'
import { startWorker } from '../../calls/own-worker.ts'
// Scans are fax or JPEG 2000 within a PDF. Their decoders are WebAssembly, which the window's policy refuses, so the
// worker imports these translations to plain JavaScript; it finds them by name (see electron.vite.config.ts).
import faxDecoderUrl from 'pdfjs-dist/wasm/jbig2_nowasm_fallback.js?url'
import jpeg2000DecoderUrl from 'pdfjs-dist/wasm/openjpeg_nowasm_fallback.js?url'

const folderOf = (url: string) => new URL('.', new URL(url, document.baseURI)).href

/** The library's number for the end of a stream by an error, between its worker and the window. */
const STREAM_ERROR = 5

/** Whether the worker reports that a page ends before its end. The library keeps that to itself, and draws a shorter page without an error. */
const reportsGap = ({ data }: MessageEvent<unknown>): boolean =>
  typeof data === 'object' && data !== null && Reflect.get(data, 'stream') === STREAM_ERROR

type OpenedPdf = {
  /** Rejects with a PasswordException for an encrypted file, with others for a damaged one. */
  readonly pdf: Promise<PDFDocumentProxy>
  readonly close: () => void
}

/**
 * Opens a PDF in a worker of its own, which ends when the caller closes it. The library is loaded with the first PDF, because most users
 * never open one. `strict` stops where a part cannot be read, and `onGap` is told when a page ends there; otherwise such parts are left out.
 */
export async function openPdf(content: Uint8Array, strict: boolean, onGap: () => void): Promise<OpenedPdf> {
  const { getDocument, PDFWorker } = await import('pdfjs-dist')
  const { default: workerUrl } = await import('pdfjs-dist/build/pdf.worker.min.mjs?url')
  if (folderOf(faxDecoderUrl) !== folderOf(jpeg2000DecoderUrl)) throw new Error('The decoders are apart')
  const port = startWorker(workerUrl)
  port.addEventListener('message', (message) => {
    if (reportsGap(message)) onGap()
  })
  const worker = PDFWorker.create({ port })
  const task = getDocument({
    worker,
    // The worker takes ownership of the bytes, and they are still needed here.
    data: content.slice(),
    useWasm: false,
    wasmUrl: folderOf(faxDecoderUrl),
    useSystemFonts: true,
    enableXfa: false,
    // A page with a gap must not pass for the whole document, so the caller learns of it first.
    stopAtErrors: strict,
    maxImageSize: MAX_MEGAPIXELS * 1_000_000,
  })
  const close = async () => {
    await task.destroy()
    worker.destroy()
    port.terminate()
  }
  return { pdf: task.promise, close: () => void close() }
}
