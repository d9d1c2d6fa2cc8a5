import type { OfferedScanner, ScannerView } from '../../../shared/contract/scanners.ts'

/** Drivers that themselves look for scanners in the network. */
const OF_NETWORK = /^sane:(airscan|escl):/

const hostOf = (address: string): string => URL.parse(address)?.host ?? ''

/**
 * What can be added: of the network, and of this computer what is not one of the network's scanners under a driver's name, or one that is
 * used already.
 */
export function foundList(
  known: readonly ScannerView[],
  network: readonly OfferedScanner[],
  computer: readonly OfferedScanner[],
): OfferedScanner[] {
  const direct = [...network, ...known]
  const isTwin = ({ name, address }: OfferedScanner) =>
    OF_NETWORK.test(address) &&
    direct.some((each) => {
      const host = hostOf(each.address)
      return `${name} ${address}`.includes(each.name) || (host !== '' && address.includes(host))
    })
  const offered = [...network, ...computer.filter((each) => !isTwin(each))]
  return offered.filter(({ address }) => known.every((each) => each.address !== address))
}
