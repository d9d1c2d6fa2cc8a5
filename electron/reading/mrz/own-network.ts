import { fileURLToPath } from 'node:url'
import { loadNetwork } from './load-network.ts'
import type { Network } from './network.ts'

/** Of weights.bin, which `npm run train:mrz` writes. */
export const WEIGHTS_SHA256 = 'f5cfce604262ae005110ba60be43e289e25999554f833f5e8fb9a2251df4c5d4'

let loaded: Network | null = null

/** The network that comes with the application; throws when its file is not the one that was tried. */
export function ownNetwork(): Network {
  loaded ??= loadNetwork(fileURLToPath(new URL('./weights.bin', import.meta.url)), WEIGHTS_SHA256)
  return loaded
}
