import { fileURLToPath } from 'node:url'
import { loadNetwork } from './load-network.ts'
import type { Network } from './network.ts'

/** Of weights.bin, which `npm run train:mrz` writes. */
export const WEIGHTS_SHA256 = '7532d5ac8ebc0e49a16411be34bd1c1d01c0072028fbeaaa9a07c04bc87d8188'

let loaded: Network | null = null

/** The network that comes with the application; throws when its file is not the one that was tried. */
export function ownNetwork(): Network {
  loaded ??= loadNetwork(fileURLToPath(new URL('./weights.bin', import.meta.url)), WEIGHTS_SHA256)
  return loaded
}
