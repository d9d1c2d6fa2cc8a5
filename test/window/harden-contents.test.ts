import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'

/** Stands in for Electron's `app`, which tells of every page that is made. */
const app = vi.hoisted(() => ({ listeners: [] as ((event: object, contents: object) => void)[] }))
vi.mock('electron', () => ({
  app: {
    on: (_name: string, listener: (event: object, contents: object) => void) => app.listeners.push(listener),
  },
  protocol: {},
}))
const { denyPermissions, hardenAllContents } = await import('../../electron/window/harden.ts')

/** A page that was just made, as Electron shows it to those who listen. */
class Page extends EventEmitter {
  openWindow: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    this.openWindow = handler
  }
  /** Whether what the page is about to do was prevented. */
  prevents(name: string, event: object): boolean {
    const preventDefault = vi.fn()
    this.emit(name, { ...event, preventDefault })
    return preventDefault.mock.calls.length > 0
  }
}

function newPage(): Page {
  const page = new Page()
  hardenAllContents()
  for (const listener of app.listeners) listener({}, page)
  return page
}

test('no page opens a window', () => {
  expect(newPage().openWindow({ url: 'app://teller/index.html' })).toEqual({ action: 'deny' })
})

test('the page goes nowhere but to itself, and no frame is loaded', () => {
  const page = newPage()
  const go = (url: string, isMainFrame: boolean) => page.prevents('will-frame-navigate', { url, isMainFrame })
  expect(go('app://teller/index.html', true)).toBe(false)
  expect(go('https://example.org/', true)).toBe(true)
  expect(go('app://teller/index.html', false)).toBe(true)
})

test('no page is embedded in the page', () => {
  expect(newPage().prevents('will-attach-webview', {})).toBe(true)
})

test('a page may write to the clipboard, open a camera without sound while pictures are taken, and is given nothing else', () => {
  const handlers: Record<string, (...args: readonly unknown[]) => unknown> = {}
  const session = new Proxy(
    {},
    {
      get: (_, name) => (handler: (...args: readonly unknown[]) => unknown) => {
        handlers[String(name)] = handler
      },
    },
  )
  // Only what a session is told is looked at.
  let photographing = true
  denyPermissions(session as Parameters<typeof denyPermissions>[0], () => photographing)
  const granted = (permission: string, kinds: readonly string[] = []) => {
    const grant = vi.fn()
    const [mediaType] = kinds
    handlers['setPermissionRequestHandler']?.({}, permission, grant, { mediaTypes: kinds })
    return [
      grant.mock.calls[0]?.[0],
      handlers['setPermissionCheckHandler']?.({}, permission, 'app://teller', { mediaType }),
    ]
  }
  expect(granted('clipboard-sanitized-write')).toEqual([true, true])
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'unknown',
  ])
    expect(granted(permission), permission).toEqual([false, false])
  expect(granted('media', ['video'])).toEqual([true, true])
  expect(granted('media', ['audio'])).toEqual([false, false])
  expect(granted('media', ['audio', 'video'])[0]).toBe(false)
  photographing = false
  expect(granted('media', ['video'])).toEqual([false, false])
  expect(handlers['setDevicePermissionHandler']?.({ deviceType: 'usb' })).toBe(false)
})
