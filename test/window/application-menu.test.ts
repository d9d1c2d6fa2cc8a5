import { EventEmitter } from 'node:events'
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron'
import { beforeEach, expect, test, vi } from 'vitest'
import { zoomAfter, zoomByKeys } from '../../electron/window/zoom-keys.ts'

type Template = MenuItemConstructorOptions[]
/** What stands in the menu; undefined is Electron's own, null none. */
let menu: Template | null | undefined

vi.mock('electron', () => ({
  Menu: {
    setApplicationMenu: (wanted: Template | null) => {
      menu = wanted
    },
    buildFromTemplate: (template: Template) => template,
  },
}))
const { makeMenu, removeDefaultMenu } = await import('../../electron/window/application-menu.ts')

beforeEach(() => {
  menu = undefined
  removeDefaultMenu()
})

test.each(['linux', 'win32'] as const)(
  'on %s there is no menu whose keys load the page again or close it',
  (platform) => {
    makeMenu(platform)
    expect(menu).toBeNull()
  },
)

test('on macOS the menu copies and pastes, and has nothing that loads the page again or closes the window', () => {
  makeMenu('darwin')
  const written = JSON.stringify(menu)
  expect(written).toContain('"editMenu"')
  expect(written).not.toMatch(/reload|close|viewMenu|fileMenu|windowMenu|toggleDevTools/i)
})

const pressed = { type: 'keyDown', key: '+', control: true, alt: false, meta: false } as const

test.each([
  [0, {}, 1],
  [4, {}, 4],
  [0, { key: '=' }, 1],
  [-2, { key: '-' }, -2],
  [3, { key: '0' }, 0],
  [0, { control: false }, null],
  [0, { alt: true }, null],
  [0, { type: 'keyUp' }, null],
  [0, { key: 'r' }, null],
  [0, { key: 'w' }, null],
] as const)('from level %i the key %j zooms to %s', (level, over, expected) => {
  expect(zoomAfter(level, { ...pressed, ...over })).toBe(expected)
})

test('a zooming key is the window’s own and no key of the page', () => {
  let level = 0
  const webContents = Object.assign(new EventEmitter(), {
    getZoomLevel: () => level,
    setZoomLevel: (to: number) => (level = to),
  })
  zoomByKeys({ webContents } as unknown as BrowserWindow)
  const preventDefault = vi.fn<() => void>()
  webContents.emit('before-input-event', { preventDefault }, pressed)
  webContents.emit('before-input-event', { preventDefault }, { ...pressed, key: 'k' })
  expect(level).toBe(1)
  expect(preventDefault).toHaveBeenCalledTimes(1)
})
