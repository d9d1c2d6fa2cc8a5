import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { ScanError, ScanWish } from '../scanner.ts'
import { jobAt } from './address.ts'
import { readStatus, type ScannerStatus } from './status.ts'
import { type Talk, wordsOf } from './talk.ts'

/** Asks how the scanner is; null where that is not to be had. */
export async function askStatus(talk: Talk): Promise<ScannerStatus | null> {
  const answer = await talk.read('ScannerStatus')
  return answer.ok && answer.value.status === 200 ? readStatus(wordsOf(answer.value)) : null
}

/** Begins a scan: the address of its job. A busy scanner is asked again for a while; one whose feeder cannot work is not. */
export async function beginJob(
  talk: Talk,
  settings: string,
  source: ScanWish['source'],
): Promise<Result<URL, ScanError>> {
  const until = performance.now() + talk.limits.busy
  for (;;) {
    const answer = await talk.begin(settings)
    if (!answer.ok) return answer
    const { status, location } = answer.value
    const job = location === undefined ? null : jobAt(talk.peer.base, location)
    if (status === 201) return job === null ? fail('SCANNER_NOT_UNDERSTOOD') : ok(job)
    const stop = source === 'FLATBED' ? null : ((await askStatus(talk))?.feeder ?? null)
    if (stop !== null) return stop
    if (status !== 503 && status !== 409) return fail('SCANNER_FAILED')
    if (talk.signal.aborted || performance.now() >= until) return fail('SCANNER_BUSY')
    await talk.pause()
  }
}
