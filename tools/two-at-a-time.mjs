// Runs npm scripts that only read, two at a time: `node tools/two-at-a-time.mjs types lint`. What each says is printed when it ends, so that
// no two mix. The first that fails ends the others, and its exit code is this program's.
import { spawn } from 'node:child_process'

const waiting = process.argv.slice(2)
const running = new Set()

function startNext() {
  const name = waiting.shift()
  if (name === undefined) return
  const began = Date.now()
  const child = spawn('npm', ['run', '--silent', name], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    detached: process.platform !== 'win32',
  })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said += bytes))
  child.on('error', (error) => giveUp(name, error.message, 1))
  child.on('close', (code) => {
    running.delete(child)
    if (code !== 0) return giveUp(name, said, code ?? 1)
    process.stdout.write(`${said}${name}: done in ${Math.round((Date.now() - began) / 1000)} s\n`)
    startNext()
  })
}

/** A script has programs of its own: on Linux and macOS they are a group, and end together. */
function end(child) {
  if (process.platform === 'win32') child.kill()
  else process.kill(-child.pid, 'SIGTERM')
}

function giveUp(name, said, code) {
  process.stdout.write(`${said}${name}: failed\n`)
  for (const child of running) end(child)
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => giveUp(signal, '', 130))
startNext()
startNext()
