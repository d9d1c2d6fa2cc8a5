import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SENTINEL } from './fuses.ts'
import type { Target } from './target.ts'

/** How many fuses Electron 45 has; each is open until a package closes it. */
const FUSES = 9

const WIRE = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, FUSES]), Buffer.from('1'.repeat(FUSES))])

const SCRIPT = "#!/bin/sh\necho 'This package holds no Electron.' >&2\nexit 1\n#"
const PLIST = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict><key>CFBundleExecutable</key><string>Electron</string></dict></plist>
`
const HELPERS = [
  'Electron Helper',
  'Electron Helper (Renderer)',
  'Electron Helper (GPU)',
  'Electron Helper (Plugin)',
]

/** The files that electron-builder looks for, beside the one that holds the fuses. */
const FILES: Record<Target['system'], { fused: string; others: Record<string, string> }> = {
  linux: { fused: 'electron', others: { 'chrome-sandbox': SCRIPT } },
  win32: { fused: 'electron.exe', others: {} },
  darwin: {
    fused: 'Electron.app/Contents/Frameworks/Electron Framework.framework/Electron Framework',
    others: {
      'Electron.app/Contents/Info.plist': PLIST,
      'Electron.app/Contents/MacOS/Electron': SCRIPT,
      ...Object.fromEntries(
        HELPERS.flatMap((name) => [
          [`Electron.app/Contents/Frameworks/${name}.app/Contents/Info.plist`, PLIST],
          [`Electron.app/Contents/Frameworks/${name}.app/Contents/MacOS/${name}`, SCRIPT],
        ]),
      ),
    },
  },
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content, { mode: 0o755 })
}

/** A folder that looks like Electron's, enough for everything but running it: where the binary is not available. */
export function stubElectron(root: string, { system }: Target): string {
  const folder = join(root, '.cache/electron-stub', system)
  const electron: { version: string } = JSON.parse(
    readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'),
  )
  rmSync(folder, { recursive: true, force: true })
  const { fused, others } = FILES[system]
  for (const [name, content] of Object.entries(others)) write(join(folder, name), content)
  write(join(folder, fused), Buffer.concat([Buffer.from(SCRIPT), WIRE, Buffer.from('\n')]))
  write(join(folder, 'version'), electron.version)
  return folder
}
