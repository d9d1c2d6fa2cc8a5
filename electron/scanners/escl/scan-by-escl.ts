import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { ScanError, ScanLimits, ScanWish, TakePage } from '../scanner.ts'
import { askCapabilities } from './ask-capabilities.ts'
import { beginJob } from './begin-job.ts'
import type { Peer } from './connect.ts'
import { scanSettings } from './scan-settings.ts'
import { takePages } from './take-pages.ts'
import { type Talk, talkTo } from './talk.ts'

/** Scans by eSCL. A scan that does not end by itself is ended at the scanner, so that the next one does not find it busy. */
export async function scanByEscl(
  peer: Peer,
  wish: ScanWish,
  takePage: TakePage,
  limits: ScanLimits,
  cancelled: AbortSignal,
): Promise<Result<void, ScanError>> {
  const signal = AbortSignal.any([cancelled, AbortSignal.timeout(limits.scan)])
  const talk = talkTo(peer, limits, signal)
  const job = await jobFor(talk, wish)
  if (!job.ok) return cancelled.aborted ? fail('SCANNER_CANCELLED') : job
  const taken = await takePages(talk, job.value, wish.source, takePage)
  if (taken.ok) return ok(undefined)
  await talk.end(job.value)
  return cancelled.aborted ? fail('SCANNER_CANCELLED') : taken
}

async function jobFor(talk: Talk, wish: ScanWish): Promise<Result<URL, ScanError>> {
  const capabilities = await askCapabilities(talk)
  if (!capabilities.ok) return capabilities
  const { version, sources } = capabilities.value
  const source = sources.find((each) => each.source === wish.source)
  if (source === undefined) return fail('SCANNER_SOURCE_MISSING')
  return beginJob(talk, scanSettings(wish, version, source), wish.source)
}
