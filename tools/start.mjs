// npm start: builds if need be, then opens the window in Electron, or, where its binary cannot be had, in a browser.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { build, checkNode, checkPostgresLinks, findElectron, giveUp, needsBuild, root } from './checks.mjs'

const REBUILD_DELAY_MS = 200

const wished = process.argv.slice(2)
const isDevelopment = wished.includes('--dev')
const appArguments = wished.filter((argument) => argument !== '--dev' && argument !== '--preview')

let child

/** Runs one program in the foreground; ends with it, unless it was ended in order to start it anew. */
function run(command, args, env = {}) {
  const started = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  child = started
  started.on('error', (error) => giveUp(`${command} cannot be started: ${error.message}`))
  started.on('exit', (code, signal) => {
    if (child === started) process.exit(code ?? (signal ? 1 : 0))
  })
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child?.kill(signal))

function buildOrGiveUp() {
  if (!needsBuild()) return
  console.log('Building …')
  if (!build()) giveUp('The build failed.')
}

function startPreview() {
  const launch = join(root, 'test/double/launch.ts')
  run(process.execPath, [launch, '.', ...appArguments], { DOUBLE_HOST: 'preview' })
}

/** Builds again after a change; what only the page uses needs no new start, the next load of the page has it. */
function watchSources() {
  let timer
  let needsStart = false
  const rebuild = () => {
    console.log('Building …')
    if (!build()) return
    console.log('Built: load the page again.')
    if (!needsStart) return
    needsStart = false
    const old = child
    child = undefined
    old.once('exit', startPreview)
    old.kill('SIGTERM')
  }
  for (const folder of ['electron', 'renderer', 'shared']) {
    watch(join(root, folder), { recursive: true }, () => {
      needsStart ||= folder !== 'renderer'
      clearTimeout(timer)
      timer = setTimeout(rebuild, REBUILD_DELAY_MS)
    })
  }
}

/** Why Electron itself cannot show a window here; undefined when it can. */
function obstacle() {
  if (wished.includes('--preview')) return 'a preview was asked for'
  const hasDisplay = process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  if (process.platform === 'linux' && !hasDisplay) return 'there is no display'
  return undefined
}

function startElectron(binary) {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  if (asRoot.length > 0) console.log("As root Electron runs without Chromium's sandbox (--no-sandbox).")
  if (!isDevelopment) return run(binary, ['.', ...asRoot, ...appArguments])
  const electronVite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  run(process.execPath, [electronVite, 'dev', '--watch', '--', ...asRoot, ...appArguments], {
    ELECTRON_EXEC_PATH: binary,
  })
}

checkNode()
checkPostgresLinks()
const known = obstacle()
const { binary, reason } = known ? { reason: known } : findElectron()
if (!(binary && isDevelopment)) buildOrGiveUp()
if (binary) startElectron(binary)
else {
  console.log(
    `Electron is not used: ${reason}. The same window opens in a browser instead, for evaluation only.`,
  )
  startPreview()
  if (isDevelopment) watchSources()
}
