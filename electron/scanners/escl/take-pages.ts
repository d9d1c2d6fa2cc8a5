import { fail } from '../../../shared/errors.ts'
import { failure, ok, type Result } from '../../../shared/result.ts'
import type { ScanError, ScanWish, TakePage } from '../scanner.ts'
import { askStatus } from './begin-job.ts'
import { pathOf } from './status.ts'
import type { Talk } from './talk.ts'

/** The statuses with which scanners say that there is no further page. */
const NO_MORE: readonly number[] = [404, 409, 410]

type Next = { readonly content: Uint8Array } | { readonly ended: 'said' | 'empty' }

/** Takes one page after the other, until the scanner says that there is no more, or why there is none. */
export async function takePages(
  talk: Talk,
  job: URL,
  source: ScanWish['source'],
  takePage: TakePage,
): Promise<Result<void, ScanError>> {
  for (let taken = 0; ; taken++) {
    // Glass has one page, and some scanners begin again when they are asked for a second.
    if (source === 'FLATBED' && taken === 1) return ok(undefined)
    const next = await nextPage(talk, job)
    if (!next.ok) return next
    if ('ended' in next.value) return howItEnded(talk, job, taken, next.value.ended)
    const kept = await takePage(next.value.content)
    if (!kept.ok) return kept
  }
}

/** The next page; one that is not ready is asked for again, for as long as a page may take. */
async function nextPage(talk: Talk, job: URL): Promise<Result<Next, ScanError>> {
  const until = performance.now() + talk.limits.page
  for (;;) {
    const answer = await talk.page(job)
    if (!answer.ok) return lost(answer)
    const { status, body } = answer.value
    if (status === 200) return ok(body.byteLength === 0 ? { ended: 'empty' } : { content: body })
    if (NO_MORE.includes(status)) return ok({ ended: 'said' })
    if (status !== 503) return fail('SCANNER_FAILED')
    if (talk.signal.aborted || performance.now() >= until) return fail('SCANNER_GONE')
    await talk.pause()
  }
}

/** In the middle of a scan a scanner that cannot be reached any more is gone. */
const lost = <C extends ScanError>({
  error,
}: {
  error: { code: C; details?: Readonly<Record<string, string>> }
}) => failure(error.code === 'SCANNER_UNREACHABLE' ? 'SCANNER_GONE' : error.code, error.details)

/**
 * Why no page follows. Paper that jams ends the pages like the last one does, or as a page without bytes; only the status tells them apart.
 * A scanner that says it is done and nothing else is believed.
 */
async function howItEnded(
  talk: Talk,
  job: URL,
  taken: number,
  ended: 'said' | 'empty',
): Promise<Result<void, ScanError>> {
  const status = await askStatus(talk)
  const state = status?.jobs.get(pathOf(job.pathname))
  const feeder = status?.feeder ?? null
  const isEmptied = feeder?.error.code === 'SCANNER_NO_DOCUMENT' && taken > 0
  const stop = isEmptied ? null : feeder
  if (stop !== null) return stop
  if (ended === 'empty' || state === 'Aborted' || state === 'Canceled')
    return status === null ? fail('SCANNER_GONE') : fail('SCANNER_FAILED')
  return taken === 0 ? fail('SCANNER_NO_DOCUMENT') : ok(undefined)
}
