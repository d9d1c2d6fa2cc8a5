import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { expect, test, vi } from 'vitest'

vi.mock('electron', () => ({ dialog: {} }))
const { askBeforeReload } = await import('../../electron/window/unload.ts')

/** A window whose page would lose text; `reload` says whether it goes. */
function windowWithText(answer: boolean) {
  const webContents = new EventEmitter()
  const window = Object.assign(new EventEmitter(), { webContents })
  const asked = vi.fn<() => boolean>(() => answer)
  askBeforeReload(window as unknown as BrowserWindow, asked)
  const unload = () => {
    let goes = false
    webContents.emit('will-prevent-unload', { preventDefault: () => (goes = true) })
    return goes
  }
  return { window, asked, unload }
}

test('a window with typed text is loaded again only after it was said that the text is lost', () => {
  expect(windowWithText(false).unload()).toBe(false)
  const { unload, asked } = windowWithText(true)
  expect(unload()).toBe(true)
  expect(asked).toHaveBeenCalledTimes(1)
})

test('closing the window asks nothing', () => {
  const { window, asked, unload } = windowWithText(false)
  window.emit('close')
  expect(unload()).toBe(true)
  expect(asked).not.toHaveBeenCalled()
})
