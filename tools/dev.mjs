// npm run dev: the page comes from Vite's development server, which changes components in the open window; the main process
// is built again after each change and started again. The same in Electron and in a browser.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { checkNode, checkPostgresLinks, giveUp, root } from './checks.mjs'
import { chooseLaunch } from './launch.mjs'

/** The application as it runs now, which a rebuild replaces: the next one starts when the last one has ended. */
class Running {
  #launch
  #child
  #isRestarting = false

  constructor(launch) {
    this.#launch = launch
  }

  start() {
    console.log('The application starts.')
    const { command, args, env } = this.#launch
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    this.#child = child
    child.on('error', (error) => giveUp(`${command} cannot be started: ${error.message}`))
    child.on('exit', (code) => {
      if (this.#child !== child) return
      this.#child = undefined
      if (code === 0) process.exit(0)
      console.error(`The application ended with ${code}. It starts again after the next change.`)
    })
  }

  /** Waits for the old one, because it holds the data folder until its database server has stopped. */
  async restart() {
    if (this.#isRestarting) return
    this.#isRestarting = true
    const old = this.#child
    this.#child = undefined
    if (old !== undefined) {
      old.kill('SIGTERM')
      await once(old, 'exit')
    }
    this.#isRestarting = false
    this.start()
  }

  /** Ends it, and this program with it. */
  end(signal) {
    if (this.#child === undefined) process.exit(0)
    this.#child.once('exit', () => process.exit(0))
    this.#child.kill(signal)
  }
}

/** Builds now and after every change; settles after the first build. */
async function watchBuild(vite, config, onRebuilt) {
  const watcher = await vite.build(vite.mergeConfig(config, { build: { watch: {}, sourcemap: true } }))
  const { promise: built, resolve } = Promise.withResolvers()
  let isFirst = true
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(String(event.error))
    if (event.code !== 'BUNDLE_END') return
    if (isFirst) resolve()
    else onRebuilt()
    isFirst = false
  })
  await built
}

/** Loopback by its number: `localhost` may mean two addresses. */
async function serveRenderer(vite, config) {
  const server = await vite.createServer(
    vite.mergeConfig(config, {
      server: { host: '127.0.0.1' },
      optimizeDeps: { entries: ['index.html'] },
    }),
  )
  await server.listen()
  return server.resolvedUrls.local[0]
}

/** A port that is free now; the application takes the same one each time, so that the tab that is open finds it again. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return String(port)
}

async function develop(launch) {
  console.log('Building …')
  process.env.NODE_ENV_ELECTRON_VITE = 'development'
  const [{ resolveConfig }, vite] = await Promise.all([import('electron-vite'), import('vite')])
  const { config } = await resolveConfig({ root, logLevel: 'warn' }, 'serve')
  // What was built for use no longer fits what this writes beside it: npm start has to build again.
  rmSync(join(root, 'out/renderer'), { recursive: true, force: true })
  const env = {
    ...launch.env,
    ELECTRON_RENDERER_URL: await serveRenderer(vite, config.renderer),
    DOUBLE_PORT: process.env.DOUBLE_PORT ?? (await freePort()),
    // An open tab keeps its access after a restart.
    DOUBLE_COOKIE: randomBytes(24).toString('base64url'),
  }
  const running = new Running({ ...launch, env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => running.end(signal))
  const again = () => {
    console.log('Built again.')
    running.restart().catch((error) => giveUp(String(error)))
  }
  await watchBuild(vite, config.main, again)
  await watchBuild(vite, config.preload, again)
  running.start()
}

checkNode()
checkPostgresLinks()
await develop(chooseLaunch(process.argv.slice(2)))
