import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const INSTALL_LIMIT_MS = 300_000

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function* candidates(): Generator<string> {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  for (const name of NAMES) for (const folder of folders) yield join(folder, name)
  yield '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  yield '/Applications/Chromium.app/Contents/MacOS/Chromium'
  yield chromium.executablePath()
}

/**
 * The browser that the double drives: CHROMIUM_PATH, then an installed Chrome or Chromium, then Playwright's own.
 * Undefined when there is none; a CHROMIUM_PATH that cannot be run is an error, not a reason to look further.
 */
export function findBrowser(): string | undefined {
  const given = process.env['CHROMIUM_PATH']
  if (given !== undefined && given !== '') {
    if (isRunnable(given)) return given
    throw new Error(`CHROMIUM_PATH names a file that cannot be run: ${given}`)
  }
  return [...candidates()].find(isRunnable)
}

function run(command: string, args: string[]): boolean {
  console.log(`No Chrome or Chromium found; trying: ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: 'ignore', timeout: INSTALL_LIMIT_MS }).status === 0
}

/** As findBrowser, but installs one when there is none. Throws one line that says what to do when that fails too. */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found !== undefined) return found
  run('npx', ['playwright', 'install', 'chromium'])
  const downloaded = findBrowser()
  if (downloaded !== undefined) return downloaded
  if (process.getuid?.() === 0 && isRunnable('/usr/bin/apt-get')) {
    run('apt-get', ['update'])
    run('apt-get', ['install', '-y', 'chromium'])
  }
  const installed = findBrowser()
  if (installed !== undefined) return installed
  throw new Error(
    'No browser for the tests: install Chromium or Chrome, or set CHROMIUM_PATH to its executable.',
  )
}
