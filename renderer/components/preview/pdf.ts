import type { PDFDocumentLoadingTask } from 'pdfjs-dist'
import { MAX_MEGAPIXELS } from '../../../shared/rules/picture-size.ts'
// Scans are fax or JPEG 2000 within a PDF. Their decoders are WebAssembly, which the window's policy refuses, so the
// worker imports these translations to plain JavaScript; it finds them by name (see electron.vite.config.ts).
import faxDecoderUrl from 'pdfjs-dist/wasm/jbig2_nowasm_fallback.js?url'
import jpeg2000DecoderUrl from 'pdfjs-dist/wasm/openjpeg_nowasm_fallback.js?url'

const folderOf = (url: string) => new URL('.', new URL(url, document.baseURI)).href

/**
 * Opens a PDF in a worker. The library is loaded with the first PDF, because most users never open one. The caller
 * destroys the task. `strict` rejects, or fails to draw a page, where a part cannot be read; otherwise such parts are left out. Rejects with a PasswordException for an encrypted file, with others for a damaged one.
 */
export async function openPdf(content: Uint8Array, strict: boolean): Promise<PDFDocumentLoadingTask> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist')
  const { default: workerUrl } = await import('pdfjs-dist/build/pdf.worker.min.mjs?url')
  GlobalWorkerOptions.workerSrc = workerUrl
  if (folderOf(faxDecoderUrl) !== folderOf(jpeg2000DecoderUrl)) throw new Error('The decoders are apart')
  return getDocument({
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
}
