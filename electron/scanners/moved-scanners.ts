import type { OfferedScanner } from '../../shared/contract/scanners.ts'
import type { KnownScanner } from './known-scanners.ts'
import type { Device, FoundScanner } from './scanner.ts'

/** What was heard of a scanner in the network, by which device it says it is. */
export type HeardScanner = OfferedScanner & { readonly uuid: string | null }

/** The scanner that answers at an address; null where none does, or another device. */
export type AnswersAt = (known: KnownScanner, address: string) => Promise<FoundScanner | null>

export type Moved = { readonly id: string; readonly found: FoundScanner }

/** The same device: by its UUID and its serial number, since cheap devices share the first. */
export const isSame = (a: Device | null, b: Device | null): boolean =>
  a !== null && b !== null && a.uuid === b.uuid && a.serial === b.serial

const encrypts = (address: string) => address.startsWith('https:')

/** Where it may be now. Nobody is led from an encrypted address to an open one, and a UUID that several have tells nothing. */
function heardOf({ device, address }: KnownScanner, heard: readonly HeardScanner[]): HeardScanner | null {
  const alike = device === null ? [] : heard.filter(({ uuid }) => uuid === device.uuid)
  const [only] = alike
  if (only === undefined || alike.length > 1) return null
  return encrypts(address) && !encrypts(only.address) ? null : only
}

/**
 * Known scanners that answer at another address than the one that they were added by. Both addresses are asked: what still answers at the
 * earlier one has not moved, and what answers at the other one has to be the same device, with the certificate that was accepted.
 */
export async function movedScanners(
  known: readonly KnownScanner[],
  heard: readonly HeardScanner[],
  answersAt: AnswersAt,
): Promise<readonly Moved[]> {
  const moved = known.map(async (each): Promise<readonly Moved[]> => {
    const now = heardOf(each, heard)
    if (now === null || now.address === each.address) return []
    const [found, before] = await Promise.all([answersAt(each, now.address), answersAt(each, each.address)])
    return found === null || before !== null ? [] : [{ id: each.id, found }]
  })
  return (await Promise.all(moved)).flat()
}

/** The known scanner that a found one is, at an address at which it does not answer any more. */
export async function movedFrom(
  found: FoundScanner,
  known: readonly KnownScanner[],
  answersAt: AnswersAt,
): Promise<KnownScanner | null> {
  const same = known.find(({ device, address }) => isSame(device, found.device) && address !== found.address)
  if (same === undefined || known.some(({ address }) => address === found.address)) return null
  return (await answersAt(same, same.address)) === null ? same : null
}
