/** npm run package: makes the unpacked folder of this platform with electron-builder, then examines what is in it. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findElectron } from './checks.mjs'
import { examineContents } from './package-contents.ts'
import { examineReader } from './package-reader.ts'
import { examineStart } from './package-start.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const UNPACKED = join(root, 'dist/linux-unpacked')

/** A folder that looks like Electron's, enough for everything but running it: where the binary is not available. */
function stubElectron(): string {
  const folder = join(root, '.cache/electron-stub')
  const electron: { version: string } = JSON.parse(
    readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'),
  )
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'version'), electron.version)
  writeFileSync(join(folder, 'electron'), "#!/bin/sh\necho 'This package holds no Electron.' >&2\nexit 1\n", {
    mode: 0o755,
  })
  return folder
}

function electronFolder(): string {
  const { binary, reason } = findElectron()
  if (binary !== undefined) return join(root, 'node_modules/electron/dist')
  console.log(
    `Electron's binary is not here: ${reason}. The package is made around a stub, to examine its content.`,
  )
  return stubElectron()
}

function build(): boolean {
  rmSync(UNPACKED, { recursive: true, force: true })
  const builder = join(root, 'node_modules/electron-builder/cli.js')
  const options = ['--linux', 'dir', '--publish', 'never', `-c.electronDist=${electronFolder()}`]
  return spawnSync(process.execPath, [builder, ...options], { cwd: root, stdio: 'inherit' }).status === 0
}

async function examine(): Promise<boolean> {
  const resources = join(UNPACKED, 'resources')
  const findings = [
    ...examineContents(resources, root),
    await examineReader(resources),
    await examineStart(resources, root),
  ]
  for (const { claim, against } of findings) {
    const more = against.length > 5 ? `, and ${against.length - 5} more` : ''
    console.log(
      against.length === 0
        ? `ok      ${claim}`
        : `NOT OK  ${claim}: ${against.slice(0, 5).join(', ')}${more}`,
    )
  }
  return findings.every(({ against }) => against.length === 0)
}

if (process.platform !== 'linux') {
  console.error('npm run package makes the unpacked Linux folder, and only on Linux.')
  process.exit(1)
}
process.exitCode = build() && (await examine()) ? 0 : 1
