import { STOPS, type Stop } from '../../../shared/contract/scanners.ts'
import type { Page } from '../../../shared/reading/page.ts'
import { fail } from '../../../shared/errors.ts'
import { failure, ok, type Result } from '../../../shared/result.ts'
import type { ScanError, TakePage } from '../../scanners/scanner.ts'
import { hashOf } from '../documents/prepare-file.ts'
import type { SessionContext, UseCase } from '../../workplace.ts'

/** As many as a document may have. */
const MOST_PAGES = 50

/** Scans with a scanner of this workstation. Each page is drawn anew as it comes, so that a long stack takes no memory but its pages. */
export const scanPages: UseCase<'scanners', 'scan'> = async ({ id, scannerId, ...wish }, context) => {
  const { workplace, prepared } = context
  const scanner = (await workplace.scanners.known.all()).find((known) => known.id === scannerId)
  if (scanner === undefined) return fail('SCANNER_NOT_FOUND')
  const controller = new AbortController()
  prepared.underWay.set(id, controller)
  try {
    const pages: Page[] = []
    const take: TakePage = async (content) => {
      const drawn = await draw(content, context, controller.signal)
      if (!drawn.ok) return drawn
      if (pages.length + drawn.value.length > MOST_PAGES)
        return fail('FILE_TOO_MANY_PAGES', { maximum: String(MOST_PAGES) })
      pages.push(...drawn.value)
      for (const { jpeg, ...page } of drawn.value) prepared.drawn.set(hashOf(jpeg), page)
      workplace.emit('scanners.progress', { id, pages: pages.length })
      return ok(undefined)
    }
    const ended = await workplace.scanners.scanWith(scanner, wish, take, controller.signal)
    if (ended.ok) return ok({ pages, stopped: null })
    const { code, details } = ended.error
    return pages.length > 0 && isStop(code) ? ok({ pages, stopped: code }) : failure(code, details)
  } finally {
    prepared.underWay.delete(id)
  }
}

const isStop = (code: ScanError): code is Stop => STOPS.some((stop) => stop === code)

async function draw(
  content: Uint8Array,
  { workplace: { studio } }: Pick<SessionContext, 'workplace'>,
  signal: AbortSignal,
): Promise<Result<readonly Page[], ScanError>> {
  const made = await studio.prepare({ content }, { signal })
  if (!made.ok) return fail(made.because === 'cancelled' ? 'SCANNER_CANCELLED' : 'FILE_TOO_DEMANDING')
  if ('refused' in made.output) {
    const { refused, details } = made.output
    return refused === 'FILE_EMPTY' ? fail('SCANNER_FAILED') : failure(refused, details)
  }
  return ok(made.output.pages)
}

/** What has ended already is left alone. */
export const cancelScan: UseCase<'scanners', 'cancelScan'> = async ({ id }, { prepared }) => {
  prepared.underWay.get(id)?.abort()
  return ok({})
}
