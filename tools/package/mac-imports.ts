import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { kindOfFile } from './binary-kind.ts'
import { filesIn } from './files-in.ts'
import { type Finding, finding } from './finding.ts'

/** Which libraries a program or library of macOS asks for, and the places that it names for those it looks for by name alone. */
export type MacImports = { readonly libraries: readonly string[]; readonly places: readonly string[] }

const UNIVERSAL = 0xcafebabe
const HEADER = 32
/** Load, load where it is there, pass on, load late. */
const LIBRARY = new Set([0xc, 0x80000018, 0x8000001f, 0x20])
const PLACE = 0x8000001c

/** A universal file holds one for each processor. */
function parts(file: Buffer): Buffer[] {
  if (file.readUInt32BE(0) !== UNIVERSAL) return [file]
  return Array.from({ length: file.readUInt32BE(4) }, (_, i) => {
    const [at = 0, size = 0] = [16, 20].map((field) => file.readUInt32BE(i * 20 + field))
    return file.subarray(at, at + size)
  })
}

function commandsOf(part: Buffer): { command: number; text: string }[] {
  let at = HEADER
  return Array.from({ length: part.readUInt32LE(16) }, () => {
    const [command, size] = [part.readUInt32LE(at), part.readUInt32LE(at + 4)]
    const text = part.subarray(at + part.readUInt32LE(at + 8), at + size).toString('latin1')
    at += size
    return { command, text: text.replace(/\0.*$/s, '') }
  })
}

export function macImportsOf(file: Buffer): MacImports {
  const commands = parts(file).flatMap(commandsOf)
  const texts = (isWanted: (command: number) => boolean) => [
    ...new Set(commands.filter(({ command }) => isWanted(command)).map(({ text }) => text)),
  ]
  return {
    libraries: texts((command) => LIBRARY.has(command)),
    places: texts((command) => command === PLACE),
  }
}

const OF_SYSTEM = /^\/(usr\/lib|System\/Library)\//

/** Every library that is not where its asker looks for it: `file asks for name`. */
export function unmetMacImports(folder: string): string[] {
  const files = filesIn(folder).filter((name) => kindOfFile(join(folder, name))?.startsWith('darwin-'))
  return files.flatMap((name) => {
    const file = join(folder, name)
    const { libraries, places } = macImportsOf(readFileSync(file))
    const from = (path: string) => path.replace('@loader_path', dirname(file))
    const found = (library: string) =>
      OF_SYSTEM.test(library) ||
      ['', ...places].some((place) => existsSync(from(library.replace('@rpath', place))))
    return libraries.filter((library) => !found(library)).map((library) => `${name} asks for ${library}`)
  })
}

export const examineMacImports = (folder: string): Promise<Finding> =>
  finding('macOS finds every library that is asked for', () => unmetMacImports(folder))
