import type { BrowserWindowConstructorOptions } from 'electron'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'

/** What the windows were made with, and whether this is an installed application. */
const asked = vi.hoisted(() => ({
  made: [] as BrowserWindowConstructorOptions[],
  shown: [] as string[],
  packaged: false,
}))

// Outside Electron its package exports the path of a binary. The sandbox itself is Chromium's: here is what it is asked for.
vi.mock('electron', () => ({
  app: {
    getPath: () => mkdtempSync(join(tmpdir(), 'corex-window-')),
    getName: () => 'CoreX Teller',
    get isPackaged() {
      return asked.packaged
    },
  },
  BrowserWindow: class {
    constructor(options: BrowserWindowConstructorOptions) {
      asked.made.push(options)
    }
    readonly once = () => {}
    readonly on = () => {}
    readonly loadURL = (url: string) => Promise.resolve(void asked.shown.push(url))
  },
  nativeTheme: { shouldUseDarkColors: false },
  protocol: {},
  screen: { getAllDisplays: () => [] },
}))
const { createWindow } = await import('../../electron/window/create-window.ts')

const made = (packaged: boolean, devServer?: string) => {
  asked.packaged = packaged
  createWindow({ preload: '/preload.cjs', devServer })
  return { preferences: asked.made.at(-1)?.webPreferences, shown: asked.shown.at(-1) }
}

test.each([true, false])(
  'the page is in the sandbox, apart from Node and the preload script (installed: %s)',
  (packaged) => {
    expect(made(packaged).preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
    })
  },
)

test('an installed application has no developer tools and shows its own files, whatever it is told', () => {
  const { preferences, shown } = made(true, 'http://localhost:5173')
  expect(preferences?.devTools).toBe(false)
  expect(shown).toBe('app://teller/index.html')
  expect(made(false, 'http://localhost:5173').shown).toBe('http://localhost:5173')
})
