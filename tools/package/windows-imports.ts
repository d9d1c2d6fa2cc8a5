import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { filesIn } from './files-in.ts'
import { importsOf } from './pe-imports.ts'

/** What Windows 10 and newer bring themselves; `api-ms-win-…` are names for these. */
const SYSTEM =
  /^(api-ms-win-.*|ext-ms-.*|(advapi32|bcrypt|bcryptprimitives|cfgmgr32|combase|comctl32|comdlg32|crypt32|d3d.*|dbghelp|dnsapi|dwmapi|dwrite|gdi32|gdiplus|imm32|iphlpapi|kernel32|kernelbase|mpr|msimg32|msvcrt|mswsock|ncrypt|netapi32|normaliz|ntdll|ole32|oleacc|oleaut32|opengl32|pdh|powrprof|psapi|rpcrt4|secur32|setupapi|shell32|shlwapi|ucrtbase|urlmon|user32|userenv|usp10|uxtheme|version|wininet|winmm|winspool|wintrust|wldap32|ws2_32|wsock32|wtsapi32)\.(dll|drv))$/

/** A module for Node asks for its functions from the program that loads it. */
const HOST = /^(node|electron)\.exe$/

/** A library is found beside what asks for it, or in the folder of the program that was started. */
const places = (file: string): string[] => [
  dirname(file),
  join(dirname(dirname(file)), 'bin'),
  join(dirname(dirname(dirname(file))), 'bin'),
]

function wanting(folder: string, file: string, beside: ReadonlySet<string>): string[] {
  const imports = importsOf(readFileSync(join(folder, file)))
  if (imports === null) return []
  return imports.now
    .map((name) => name.toLowerCase())
    .filter((name) => !SYSTEM.test(name) && !HOST.test(name))
    .filter(
      (name) =>
        !places(file).some((place) => beside.has(join(place, name).replaceAll('\\', '/').toLowerCase())),
    )
}

/** For each library that Windows would not find: what asks for it. */
export function unmetImports(folder: string): Map<string, string[]> {
  const files = filesIn(folder)
  const beside = new Set(files.map((file) => file.toLowerCase()))
  const unmet = new Map<string, string[]>()
  for (const file of files.filter((name) => /\.(exe|dll|node)$/i.test(name)))
    for (const name of wanting(folder, file, beside))
      unmet.set(name, [...(unmet.get(name) ?? []), basename(file)])
  return unmet
}
