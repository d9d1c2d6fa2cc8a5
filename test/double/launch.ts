import { readFileSync, statSync } from 'node:fs'
import inspector from 'node:inspector'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setLaunched } from './paths.ts'
import { registerElectron } from './register.ts'

/** The command line of the `electron` executable, as far as Playwright, electron-vite and a person use it. */
function readCommandLine(args: readonly string[]) {
  const preloaded: string[] = []
  let inspectPort: number | undefined
  let target: string | undefined
  let userData: string | undefined
  for (const [i, arg] of args.entries()) {
    if (args[i - 1] === '-r') preloaded.push(arg)
    else if (arg.startsWith('--inspect')) inspectPort = Number(arg.split('=')[1] ?? 9229)
    else if (arg.startsWith('--user-data-dir=')) userData = resolve(arg.slice('--user-data-dir='.length))
    else if (!arg.startsWith('-')) target ??= resolve(arg)
  }
  return { preloaded, inspectPort, target: target ?? process.cwd(), userData }
}

function entryOf(target: string): { appPath: string; main: string } {
  if (!statSync(target).isDirectory()) return { appPath: dirname(target), main: target }
  const { main }: { main?: string } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'))
  return { appPath: target, main: join(target, main ?? 'index.js') }
}

const require = createRequire(import.meta.url)
const { version }: { version: string } = require('electron/package.json')
const { preloaded, inspectPort, target, userData } = readCommandLine(process.argv.slice(2))
const { appPath, main } = entryOf(target)

// Playwright's loader takes this switch out of process.argv.
const announce = process.argv.includes('--remote-debugging-port=0')

// Electron's own process.argv has the executable first and no script of ours.
process.argv.splice(1, 1)
if (inspectPort !== undefined) inspector.open(inspectPort, '127.0.0.1')
setLaunched({ appPath, userDataSwitch: userData })
registerElectron(version)
for (const file of preloaded) require(file)

const { app } = await import('./app.ts')
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
const loading = import(pathToFileURL(main).href)
try {
  await Promise.all([app.boot(loading, announce), loading])
} catch (error) {
  console.error(error)
  app.exit(70)
}
