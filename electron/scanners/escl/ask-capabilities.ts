import { fail } from '../../../shared/errors.ts'
import { failure, ok, type Result } from '../../../shared/result.ts'
import type { AddressError } from '../scanner.ts'
import { type Capabilities, readCapabilities } from './capabilities.ts'
import { type Talk, wordsOf } from './talk.ts'

/** What the scanner at an address can do. SCANNER_NOT_UNDERSTOOD: something else answers there. */
export async function askCapabilities(talk: Talk): Promise<Result<Capabilities, AddressError>> {
  const answer = await talk.read('ScannerCapabilities')
  if (!answer.ok) {
    const { code, details } = answer.error
    if (code === 'FILE_TOO_LARGE') return fail('SCANNER_NOT_UNDERSTOOD')
    if (code === 'SCANNER_GONE') return fail('SCANNER_UNREACHABLE', { address: talk.peer.base.host })
    return failure(code, details)
  }
  const found = answer.value.status === 200 ? readCapabilities(wordsOf(answer.value)) : null
  return found === null ? fail('SCANNER_NOT_UNDERSTOOD') : ok(found)
}
