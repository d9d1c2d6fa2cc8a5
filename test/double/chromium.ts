import { existsSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type BrowserContext } from 'playwright-core'
import { findBrowser } from '../support/find-browser.ts'
import { startOf } from './sandbox.ts'

const PROFILE_LIMIT_MS = 10_000
const ANNOUNCE_LIMIT_MS = 30_000

/** Nothing may leave this computer, and no name is looked up: the application has no remote content. */
const SWITCHES = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  '--disable-quic',
  // A window like Electron's, without the browser's own pages around it: those take a second of a core at every start.
  '--app=data:text/html,',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
]

function holderLives(profile: string): boolean {
  try {
    const pid = Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1))
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** After a kill of the main process its Chromium ends by itself, a moment later; until then the profile is in use. */
async function profileFree(profile: string): Promise<void> {
  const limit = Date.now() + PROFILE_LIMIT_MS
  while (holderLives(profile) && Date.now() < limit) await wait(25)
}

/** Starts the browser on the profile of this data folder. Throws one line when there is no browser. */
export async function startChromium(userData: string): Promise<BrowserContext> {
  const browser = findBrowser()
  if (browser === undefined) throw new Error('No Chromium or Chrome found: set CHROMIUM_PATH.')
  const profile = join(userData, 'double-chromium')
  await profileFree(profile)
  const given: string[] = JSON.parse(process.env['DOUBLE_ARGS'] ?? '[]')
  const context = await chromium.launchPersistentContext(profile, {
    ...startOf(browser),
    headless: process.env['DOUBLE_HEADED'] !== '1',
    viewport: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [...SWITCHES, '--remote-debugging-port=0', ...given],
  })
  // Nothing is in a window yet: whoever waits for the application waits until it is not this.
  await context.pages()[0]?.goto('about:blank')
  return context
}

/** Prints the line by which Playwright finds the browser, as Electron does for --remote-debugging-port=0. */
export async function announceDevTools(userData: string): Promise<void> {
  const file = join(userData, 'double-chromium', 'DevToolsActivePort')
  const limit = Date.now() + ANNOUNCE_LIMIT_MS
  while (!existsSync(file) || !readFileSync(file, 'utf8').includes('\n')) {
    if (Date.now() > limit) throw new Error(`The browser did not write ${file} in time`)
    await wait(10)
  }
  const [port, path] = readFileSync(file, 'utf8').trim().split('\n')
  process.stderr.write(`DevTools listening on ws://127.0.0.1:${port}${path}\n`)
}
