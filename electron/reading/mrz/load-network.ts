import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Network, networkOn, PARAMETERS } from './network.ts'

/** Reads trained weights: 32-bit fractions, little-endian. Throws when the file is not of the network's size or has another hash. */
export function loadNetwork(file: string, sha256?: string): Network {
  const bytes = readFileSync(file)
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (bytes.length !== PARAMETERS * Float32Array.BYTES_PER_ELEMENT)
    throw new Error(`${file} is no network of ours.`)
  if (sha256 !== undefined && hash !== sha256)
    throw new Error(`${file} has the SHA-256 ${hash}, not ${sha256}.`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return networkOn(Float64Array.from({ length: PARAMETERS }, (_, i) => view.getFloat32(i * 4, true)))
}
