import type { BrowserWindowConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'

/** What the unseen window was made with, and what its session refuses. */
const asked = vi.hoisted(() => ({
  made: [] as BrowserWindowConstructorOptions[],
  sessions: [] as string[],
  destroyed: 0,
  printed: [] as object[],
  grants: (): boolean => true,
}))

// Outside Electron its package exports the path of a binary. The sandbox itself is Chromium's: here is what it is asked for.
vi.mock('electron', () => ({
  app: {},
  BrowserWindow: class {
    constructor(options: BrowserWindowConstructorOptions) {
      asked.made.push(options)
    }
    readonly on = () => {}
    readonly isDestroyed = () => false
    readonly destroy = () => void (asked.destroyed += 1)
    readonly webContents = {
      on: () => {},
      loadURL: async () => {},
      print: (options: object, answer: (taken: boolean, reason: string) => void) => {
        asked.printed.push(options)
        answer(true, '')
      },
    }
  },
  protocol: {},
  session: {
    fromPartition: (name: string) => {
      asked.sessions.push(name)
      return {
        setPermissionRequestHandler: () => {},
        setPermissionCheckHandler: (handler: (contents: null, permission: string) => boolean) => {
          asked.grants = () => handler(null, 'clipboard-read')
        },
        setDevicePermissionHandler: () => {},
        protocol: { handle: () => {} },
      }
    },
  },
}))
const { systemPrinters } = await import('../../electron/window/system-printers.ts')

test('a paper is in a window of its own, without scripts, preload, or anything that is kept, and is printed without a dialog', async () => {
  const printers = systemPrinters(
    () => null,
    () => {},
  )
  for (const title of ['One', 'Another'])
    expect(await printers.print('Office', { title, pages: [] }, AbortSignal.timeout(5_000))).toEqual({
      is: 'TAKEN',
    })
  const [options] = asked.made
  expect(options).toMatchObject({ show: false, focusable: false })
  expect(options?.webPreferences).toMatchObject({
    javascript: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    devTools: false,
  })
  expect(options?.webPreferences?.preload).toBeUndefined()
  // Electron keeps what a session leaves where its name begins with "persist:".
  expect(asked.sessions).toEqual([options?.webPreferences?.partition])
  expect(asked.sessions[0]).not.toMatch(/^persist:/)
  expect(asked.grants()).toBe(false)
  expect(asked.printed[0]).toMatchObject({
    silent: true,
    deviceName: 'Office',
    usePrinterDefaultPageSize: true,
    margins: { marginType: 'none' },
  })
  expect([asked.made.length, asked.destroyed]).toEqual([2, 2])
})
