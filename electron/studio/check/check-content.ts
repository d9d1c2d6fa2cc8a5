import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { fail } from '../../../shared/errors.ts'
import { MOST_PAGES } from '../../../shared/rules/documents.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { isTooLarge, MAX_MEGAPIXELS, pictureSize } from '../../../shared/rules/picture-size.ts'
import type { AcceptedType } from '../../../shared/rules/uploaded-file.ts'
import { beside } from '../../beside.ts'
import { isWholePicture } from './check-picture.ts'
import { isCompletePng } from './check-png.ts'

type ContentError =
  'FILE_DAMAGED' | 'FILE_EMPTY' | 'FILE_HAS_PASSWORD' | 'FILE_TOO_MANY_PAGES' | 'FILE_TOO_MANY_PIXELS'

/** What the thread of check-pdf.ts reports. */
const pdfReport = z.union([
  z.object({ pages: z.number() }),
  z.object({ problem: z.enum(['locked', 'damaged', 'tooManyPixels', 'nothingDrawn']) }),
])
type PdfReport = z.infer<typeof pdfReport>

const MAX_SECONDS = 60

/**
 * Reads a file completely before it is stored, so that nobody has to decide later on what cannot be shown. Pixels are judged by the
 * header, before they take memory.
 */
export async function checkContent(
  content: Uint8Array,
  type: AcceptedType,
): Promise<Result<null, ContentError>> {
  if (type === 'application/pdf') return judge(await readPdf(content))
  const size = pictureSize(content)
  if (size === null) return fail('FILE_DAMAGED')
  if (isTooLarge(size)) return tooManyPixels()
  if (type === 'image/png' && !(await isCompletePng(content))) return fail('FILE_DAMAGED')
  return (await isWholePicture(content)) ? ok(null) : fail('FILE_DAMAGED')
}

const tooManyPixels = () => fail('FILE_TOO_MANY_PIXELS', { megapixels: String(MAX_MEGAPIXELS) })

const refusals = {
  locked: () => fail('FILE_HAS_PASSWORD'),
  damaged: () => fail('FILE_DAMAGED'),
  tooManyPixels,
  nothingDrawn: () => fail('FILE_EMPTY'),
}

function judge(report: PdfReport): Result<null, ContentError> {
  if ('problem' in report) return refusals[report.problem]()
  if (report.pages === 0) return fail('FILE_EMPTY')
  return report.pages > MOST_PAGES ? fail('FILE_TOO_MANY_PAGES', { maximum: String(MOST_PAGES) }) : ok(null)
}

/** Reads a PDF in a thread of its own, so that the window answers meanwhile, and ends it when it takes too long. */
async function readPdf(content: Uint8Array): Promise<PdfReport> {
  const thread = new Worker(beside(import.meta.url, 'check-pdf'), {
    workerData: content,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    // The library speaks of fonts and canvases that nothing here draws with.
    stdout: true,
    stderr: true,
  })
  try {
    const [report] = await once(thread, 'message', { signal: AbortSignal.timeout(MAX_SECONDS * 1000) })
    return pdfReport.parse(report)
  } catch {
    return { problem: 'damaged' }
  } finally {
    await thread.terminate()
  }
}
