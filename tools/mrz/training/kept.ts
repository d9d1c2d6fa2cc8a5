import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Moments } from './adam.ts'

/** Where a training that was interrupted is kept, and what it was about: another seed or font begins anew. */
export type Kept = { readonly folder: string; readonly about: string }

const stateFile = ({ folder }: Kept) => join(folder, 'state.bin')
const partsOf = (parameters: Float64Array, { means, squares }: Moments) => [parameters, means, squares]

/** Writes the state beside the old one and puts it in its place, so that a cut leaves one of them whole. */
export function keep(kept: Kept, step: number, parameters: Float64Array, moments: Moments): void {
  mkdirSync(kept.folder, { recursive: true })
  const parts = partsOf(parameters, moments).map((part) => Buffer.from(Float64Array.from(part).buffer))
  const head = Buffer.from(JSON.stringify({ step, about: kept.about }))
  writeFileSync(`${stateFile(kept)}.new`, Buffer.concat([Buffer.from([head.length]), head, ...parts]))
  renameSync(`${stateFile(kept)}.new`, stateFile(kept))
}

/** Reads what was kept into these arrays; answers the last step that was done, 0 when nothing of the same kind was kept. */
export function recall(kept: Kept, parameters: Float64Array, moments: Moments): number {
  if (!existsSync(stateFile(kept))) return 0
  const file = readFileSync(stateFile(kept))
  const length = file[0] ?? 0
  const head: { step: number; about: string } = JSON.parse(file.subarray(1, 1 + length).toString())
  if (head.about !== kept.about) return 0
  const bytes = parameters.length * Float64Array.BYTES_PER_ELEMENT
  partsOf(parameters, moments).forEach((part, i) => {
    const from = 1 + length + i * bytes
    part.set(new Float64Array(Uint8Array.from(file.subarray(from, from + bytes)).buffer))
  })
  return head.step
}

export const forget = ({ folder }: Kept) => rmSync(folder, { recursive: true, force: true })
