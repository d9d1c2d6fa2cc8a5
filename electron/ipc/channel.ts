import { type BrowserWindow, ipcMain } from 'electron'
import type { EventName, Events } from '../../shared/contract.ts'
import { isOwnPage } from '../window/harden.ts'
import type { Workplace } from '../workplace.ts'
import { dispatch } from './dispatch.ts'

/**
 * The only user of ipcMain. A call must come from the top frame of the application's own page in its own window;
 * any other page or frame is answered with FORBIDDEN.
 * https://www.electronjs.org/docs/latest/tutorial/security, item 17.
 */
export function openChannel(
  workplace: Workplace,
  currentWindow: () => BrowserWindow | null,
  devServer?: string,
): void {
  ipcMain.handle('corex.call', (event, name: unknown, input: unknown, page: unknown) => {
    const frame = event.senderFrame
    const isOurs = frame !== null && frame.parent === null && isOwnPage(frame.url, devServer)
    if (!isOurs || event.sender !== currentWindow()?.webContents)
      return { ok: false, error: { code: 'FORBIDDEN' } }
    return dispatch(workplace, String(name), input, String(page))
  })
}

/** Sends an event to the window, if there is one. */
export function sendEvent<E extends EventName>(
  window: BrowserWindow | null,
  event: E,
  payload: Events[E],
): void {
  if (window !== null && !window.isDestroyed()) window.webContents.send('corex.event', event, payload)
}
