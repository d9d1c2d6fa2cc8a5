import { fail } from '../../shared/errors.ts'
import { type Result } from '../../shared/result.ts'
import { addressesOf } from './escl/address.ts'
import { findByEscl } from './escl/find-by-escl.ts'
import { scanByEscl } from './escl/scan-by-escl.ts'
import { type KnownScanner, type KnownScanners, knownScanners } from './known-scanners.ts'
import { findBySane, SANE, saneDevices, type SaneEnv } from './sane/find-by-sane.ts'
import { removeLeftPages } from './sane/memory-folder.ts'
import { scanBySane } from './sane/scan-by-sane.ts'
import { nearest } from './resolutions.ts'
import type { AddressError, FoundScanner, ScanError, ScanLimits, ScanWish, TakePage } from './scanner.ts'

/** The scanners that a workstation reaches. */
export type Scanners = {
  readonly known: KnownScanners
  /** Asks the scanner at a typed address what it can do. */
  readonly find: (
    address: string,
    fingerprint: string | null,
  ) => Promise<Result<FoundScanner, AddressError | 'SCANNER_ADDRESS_INVALID'>>
  /** Scanners that can be added. */
  readonly offered: () => Promise<readonly Pick<FoundScanner, 'name' | 'address'>[]>
  readonly scanWith: (
    scanner: KnownScanner,
    wish: ScanWish & { readonly dpi: number },
    takePage: TakePage,
    cancelled: AbortSignal,
  ) => Promise<Result<void, ScanError>>
}

export function openScanners(folder: string, limits: ScanLimits, env: SaneEnv): Scanners {
  void removeLeftPages()
  return {
    known: knownScanners(folder),
    find: async (address, fingerprint) => {
      if (address.startsWith(SANE)) return findBySane(address, env)
      const possible = addressesOf(address)
      if (possible.length === 0) return fail('SCANNER_ADDRESS_INVALID')
      return findByEscl(possible, fingerprint, limits)
    },
    offered: () => saneDevices(env),
    scanWith: async (scanner, { source, colour, dpi }, takePage, cancelled) => {
      const known = scanner.sources.find((each) => each.source === source)
      if (known === undefined) return fail('SCANNER_SOURCE_MISSING')
      const wish = {
        source,
        colour: possibleColour(colour, known.colours),
        dpi: nearest(dpi, known.resolutions),
      }
      if (scanner.address.startsWith(SANE)) {
        const signal = AbortSignal.any([cancelled, AbortSignal.timeout(limits.scan)])
        const device = scanner.address.slice(SANE.length)
        const ended = await scanBySane(device, wish, takePage, env, signal)
        return cancelled.aborted ? fail('SCANNER_CANCELLED') : ended
      }
      const peer = { base: new URL(scanner.address), fingerprint: scanner.fingerprint }
      return scanByEscl(peer, wish, takePage, limits, cancelled)
    },
  }
}

const possibleColour = (wanted: ScanWish['colour'], possible: readonly ScanWish['colour'][]) =>
  possible.includes(wanted) ? wanted : (possible[0] ?? 'COLOUR')
