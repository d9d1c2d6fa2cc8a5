import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { AddressError, FoundScanner, ScanLimits } from '../scanner.ts'
import { askCapabilities } from './ask-capabilities.ts'
import { talkTo } from './talk.ts'

/**
 * The first of these addresses at which a scanner answers. A certificate is a question for a person, and is not avoided by asking on
 * without encryption.
 */
export async function findByEscl(
  addresses: readonly URL[],
  fingerprint: string | null,
  limits: ScanLimits,
): Promise<Result<FoundScanner, AddressError>> {
  let problem: Result<FoundScanner, AddressError> = fail('SCANNER_NOT_UNDERSTOOD')
  for (const base of addresses) {
    const peer = { base, fingerprint }
    const found = await askCapabilities(
      talkTo(peer, limits, AbortSignal.timeout(limits.connect + limits.answer)),
    )
    if (found.ok) {
      const { name, device, sources } = found.value
      return ok({
        name: name === '' ? base.hostname : name,
        address: base.href,
        fingerprint: base.protocol === 'https:' ? fingerprint : null,
        device,
        sources: sources.map(({ source, colours, resolutions }) => ({ source, colours, resolutions })),
      })
    }
    problem = found
    if (found.error.code.startsWith('SCANNER_CERTIFICATE')) return found
  }
  return problem
}
