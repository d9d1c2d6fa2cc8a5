import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mayBeSandboxed } from './sandbox.ts'

type Fixture = {
  invoke: (name: string, input?: unknown) => Promise<unknown>
  on: (listener: (value: unknown) => void) => () => void
}
type Seen = { navigations: string[]; opened: string[]; crashes: string[]; second: string[][] }
declare global {
  interface Window {
    fixture: Fixture
    loaded?: boolean
  }
  var seen: Seen
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const userData = mkdtempSync(join(tmpdir(), 'double-'))
const APP = ['test/double/fixture', `--user-data-dir=${userData}`]
// Playwright asks the `electron` package for the executable in this process; the child inherits the rest.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(root, 'test/double/bin')

async function start(): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await _electron.launch({ cwd: root, args: APP, acceptDownloads: true })
  const page = await app.firstWindow()
  await page.waitForURL(/fixture/)
  await page.waitForSelector('#out')
  return { app, page }
}

let app: ElectronApplication
let page: Page

beforeAll(async () => {
  ;({ app, page } = await start())
})

afterAll(async () => {
  await app.close()
  rmSync(userData, { recursive: true, force: true })
})

/** The processes of this window's browser, each with what Linux says of its rights. */
const browserProcesses = () =>
  readdirSync('/proc').flatMap((pid) => {
    const words = linesOf(`/proc/${pid}/cmdline`).split(/[\0 ]/)
    if (!words.some((word) => word.startsWith('--user-data-dir=') && word.includes(`${userData}/`))) return []
    const type = words.find((word) => word.startsWith('--type='))?.slice('--type='.length) ?? 'browser'
    return [{ type, status: linesOf(`/proc/${pid}/status`) }]
  })

function linesOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // no process, or one that has ended meanwhile
  }
}

const seen = () => app.evaluate(() => globalThis.seen)
const inPage = (name: string, input?: unknown) =>
  page.evaluate(({ n, i }) => window.fixture.invoke(n, i), { n: name, i: input })

test.runIf(process.platform === 'linux')(
  'the browser has no rights of root, and draws the page in the sandbox, where either can be',
  () => {
    const rights = browserProcesses().map(({ type, status }) => ({
      type,
      capabilities: /^CapEff:\s*(\w+)$/m.exec(status)?.[1],
      filter: /^Seccomp:\s*(\d)$/m.exec(status)?.[1],
    }))
    const on = mayBeSandboxed()
    expect(rights).toContainEqual(expect.objectContaining({ type: 'renderer' }))
    const without = rights.filter(
      ({ type, capabilities }) => type !== 'zygote' && /^0+$/.test(capabilities ?? ''),
    )
    expect(without.map(({ type }) => type).includes('browser')).toBe(on)
    const filters = rights.flatMap(({ type, filter }) => (type === 'renderer' ? [filter] : []))
    expect(new Set(filters)).toEqual(new Set([on ? '2' : '0']))
  },
)

test('names, version and data folder are those of the application', async () => {
  const facts = await app.evaluate(({ app: it }) => [it.getName(), it.getVersion(), it.getPath('userData')])
  expect(facts).toEqual(['double-fixture', '1.2.3', userData])
})

test('the real preload carries calls, failures and events', async () => {
  expect(await inPage('echo', { amount: 12n, none: undefined })).toEqual({ amount: 12n, none: undefined })
  await expect(inPage('fail')).rejects.toThrow("Error invoking remote method 'fixture': Error: no such thing")
  const heard = await page.evaluate(async () => {
    const ticked = new Promise((resolve) => window.fixture.on(resolve))
    await window.fixture.invoke('tick', 'now')
    return ticked
  })
  expect(heard).toBe('now')
})

test('a ten-megabyte document crosses in both directions', async () => {
  const sizes = await page.evaluate(async () => {
    const sent = new Uint8Array(10 * 1024 * 1024).fill(7)
    const back = await window.fixture.invoke('echo', sent)
    return back instanceof Uint8Array ? [back.length, back.at(-1)] : []
  })
  expect(sizes).toEqual([10 * 1024 * 1024, 7])
})

test('the sender is reported as Electron would', async () => {
  expect(await inPage('sender')).toEqual({ url: 'app://fixture/', origin: 'app://fixture', isTop: true })
})

test('the content security policy of the application holds', async () => {
  expect(await page.evaluate(() => window.loaded)).toBe(true)
  const injected = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.head.append(script)
    return 'injected' in window
  })
  expect(injected).toBe(false)
})

test('will-navigate stops a link to elsewhere', async () => {
  await page.click('#away')
  await expect.poll(async () => (await seen()).navigations).toContain('https://example.com/')
  expect(page.url()).toContain('fixture')
})

test('a new window is asked for and denied', async () => {
  await page.click('#pop')
  await page.evaluate(() => void window.open('https://example.org/x'))
  await expect
    .poll(async () => (await seen()).opened)
    .toEqual(['https://example.com/', 'https://example.org/x'])
  await expect.poll(() => app.windows().length).toBe(1)
})

test('permissions are denied when the session handler says so', async () => {
  const state = await page.evaluate(
    async () => (await navigator.permissions.query({ name: 'notifications' })).state,
  )
  expect(state).toBe('denied')
})

test('a camera is asked for when it is used, and refused when the session handler says so', async () => {
  const refused = await page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'opened',
      (error: unknown) => (error instanceof Error ? error.name : 'no error'),
    ),
  )
  expect(refused).toBe('NotAllowedError')
})

test('a download reaches the test', async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate(() => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(['hello']))
      link.download = 'receipt.txt'
      link.click()
    }),
  ])
  expect(download.suggestedFilename()).toBe('receipt.txt')
})

test('the window has bounds and can be maximised', async () => {
  const window = await app.browserWindow(page)
  expect(await window.evaluate((w) => w.getSize())).toEqual([1280, 720])
  await window.evaluate((w) => w.maximize())
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1920)
  expect(await window.evaluate((w) => w.getNormalBounds().width)).toBe(1280)
  await window.evaluate((w) => w.unmaximize())
})

test('a crashed page is reported and comes back', async () => {
  const replaced = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  page = await replaced
  await page.waitForURL(/fixture/)
  expect(await page.textContent('#out')).toBe('ready')
  expect((await seen()).crashes).toEqual(['crashed'])
})

test('a second start on the same data folder ends and notifies the first', async () => {
  await expect(_electron.launch({ cwd: root, args: [...APP, '--again'] })).rejects.toThrow(
    /failed to launch|closed/,
  )
  await expect.poll(async () => (await seen()).second.flat()).toContain('--again')
})

test('after a kill of the main process the next start finds what was encrypted', async () => {
  const secret = await inPage('encrypt', 'till')
  const gone = new Promise((resolve) => app.process().once('exit', resolve))
  app.process().kill('SIGKILL')
  await gone
  ;({ app, page } = await start())
  expect(await inPage('decrypt', secret)).toBe('till')
})
