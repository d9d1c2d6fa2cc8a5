import { readFileSync } from 'node:fs'

/** Electron's executable holds its switches ("fuses") behind this text: a version, how many, and a figure for each, in this order. */
export const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const VERSION = 1

/** What electron-builder.yml asks for, to be read back from the executable that is shipped. */
const WANTED: readonly [fuse: string, isOn: boolean][] = [
  ['run as Node', false],
  ['cookie encryption', true],
  ['NODE_OPTIONS', false],
  ['--inspect', false],
  ['integrity of the archive', true],
  ['only from the archive', true],
  ["a snapshot of the browser process's own", false],
  ['privileges of file://', false],
]

/** Every place: a binary for two kinds of processor holds the fuses twice. */
function wires(executable: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = executable.indexOf(SENTINEL); at !== -1; at = executable.indexOf(SENTINEL, at + 1))
    found.push(executable.subarray(at + SENTINEL.length))
  return found
}

function wrongIn(wire: Buffer): string[] {
  const [version, length = 0] = wire
  if (version !== VERSION) return [`fuses of version ${version}, which nobody here knows`]
  return WANTED.flatMap(([fuse, isOn], i) => {
    const state = i < length ? String.fromCharCode(wire[2 + i] ?? 0) : 'missing'
    return state === (isOn ? '1' : '0') || state === 'r' ? [] : [`${fuse} is ${state}`] // r: Electron has done away with it
  })
}

/** The fuses that are not as they should be. */
export function wrongFuses(file: string): string[] {
  const found = wires(readFileSync(file))
  return found.length === 0 ? ['the executable has no fuses'] : found.flatMap(wrongIn)
}
