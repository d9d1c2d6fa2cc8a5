import type { OfferedScanner } from '../../shared/contract/scanners.ts'
import { fail } from '../../shared/errors.ts'
import { type Result } from '../../shared/result.ts'
import { addressesOf } from './escl/address.ts'
import { findByEscl } from './escl/find-by-escl.ts'
import { scanByEscl } from './escl/scan-by-escl.ts'
import { type KnownScanner, type KnownScanners, knownScanners } from './known-scanners.ts'
import type { OpenLines } from './mdns/look-around.ts'
import { type AnswersAt, isSame, movedFrom, movedScanners } from './moved-scanners.ts'
import { offeredByDrivers, offeredInNetworks } from './offered-scanners.ts'
import { findBySane, SANE, type SaneEnv } from './sane/find-by-sane.ts'
import { removeLeftPages } from './sane/memory-folder.ts'
import { scanBySane } from './sane/scan-by-sane.ts'
import { nearest } from './resolutions.ts'
import type { AddressError, FoundScanner, ScanError, ScanLimits, ScanWish, TakePage } from './scanner.ts'

/** The scanners that a workstation reaches. */
export type Scanners = {
  readonly known: KnownScanners
  /** Keeps a scanner that was found. One that is known already and has moved stays the same one. */
  readonly keep: (found: FoundScanner) => Promise<KnownScanner>
  /** Asks the scanner at a typed address what it can do. */
  readonly find: (
    address: string,
    fingerprint: string | null,
  ) => Promise<Result<FoundScanner, AddressError | 'SCANNER_ADDRESS_INVALID'>>
  /** Scanners that can be added, without those that are known. */
  readonly offered: (where: 'NETWORK' | 'COMPUTER') => Promise<readonly OfferedScanner[]>
  readonly scanWith: (
    scanner: KnownScanner,
    wish: ScanWish & { readonly dpi: number },
    takePage: TakePage,
    cancelled: AbortSignal,
  ) => Promise<Result<void, ScanError>>
}

export function openScanners(
  folder: string,
  limits: ScanLimits,
  env: SaneEnv,
  openLines: OpenLines,
): Scanners {
  void removeLeftPages()
  const known = knownScanners(folder)
  const answersAt: AnswersAt = async ({ device, fingerprint }, address) => {
    const found = await findByEscl(addressesOf(address), fingerprint, limits)
    return found.ok && isSame(found.value.device, device) ? found.value : null
  }
  return {
    known,
    keep: async (found) => {
      const earlier = await movedFrom(found, await known.all(), answersAt)
      return known.keep(found, earlier?.id ?? null)
    },
    find: async (address, fingerprint) => {
      if (address.startsWith(SANE)) return findBySane(address, env)
      const possible = addressesOf(address)
      if (possible.length === 0) return fail('SCANNER_ADDRESS_INVALID')
      return findByEscl(possible, fingerprint, limits)
    },
    offered: async (where) => {
      const all = await known.all()
      if (where === 'COMPUTER') return offeredByDrivers(all, env)
      return offeredInNetworks(all, openLines, limits.discover, async (heard) => {
        const moved = await movedScanners(all, heard, answersAt)
        for (const { id, found } of moved) await known.keep(found, id)
        return moved
      })
    },
    scanWith: async (scanner, { source, colour, dpi }, takePage, cancelled) => {
      const offered = scanner.sources.find((each) => each.source === source)
      if (offered === undefined) return fail('SCANNER_SOURCE_MISSING')
      const wish = {
        source,
        colour: possibleColour(colour, offered.colours),
        dpi: nearest(dpi, offered.resolutions),
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
