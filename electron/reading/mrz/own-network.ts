import { fileURLToPath } from 'node:url'
import { loadNetwork } from './load-network.ts'
import type { Network } from './network.ts'

/** Of weights.bin, which `npm run train:mrz` writes. */
export const WEIGHTS_SHA256 = 'd6d9c5a0b9ba1300fc9475d303301c2ff985517d23ea435766631571bc2293a3'

let loaded: Network | null = null

/** The network that comes with the application; throws when its file is not the one that was tried. */
export function ownNetwork(): Network {
  loaded ??= loadNetwork(fileURLToPath(new URL('./weights.bin', import.meta.url)), WEIGHTS_SHA256)
  return loaded
}
