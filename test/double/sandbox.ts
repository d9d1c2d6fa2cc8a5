import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** How a browser is started here; for Playwright's `launch` and `launchPersistentContext`. */
type Start = { executablePath: string; chromiumSandbox: boolean; env?: Record<string, string> }

const APART = ['--user', '--map-user=65534', '--map-group=65534', '--']
/** What Chromium's sandbox makes for a page, once the browser itself is in a namespace. */
const PAGE = ['unshare', '--user', '--pid', '--net', '--fork', 'true']
const isRoot = () => process.getuid?.() === 0
let works: boolean | undefined

/** Whether a browser's sandbox can be on here. Root's cannot, unless the browser is a normal user in a user namespace, which not every container allows. */
export function mayBeSandboxed(): boolean {
  works ??= !isRoot() || spawnSync('unshare', [...APART, ...PAGE], { stdio: 'ignore' }).status === 0
  return works
}

/** With the sandbox where it can be. */
export function startOf(browser: string): Start {
  if (!isRoot() || !mayBeSandboxed()) return { executablePath: browser, chromiumSandbox: !isRoot() }
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return {
    executablePath: join(import.meta.dirname, 'bin/browser-apart'),
    chromiumSandbox: true,
    env: { ...Object.fromEntries(inherited), DOUBLE_BROWSER: browser },
  }
}
