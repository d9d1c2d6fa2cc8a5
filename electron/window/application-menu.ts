import { Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * Electron makes a menu of its own unless it is told otherwise before it is ready: its Ctrl+R loads the page again, its Ctrl+W closes the
 * window and its Ctrl+Q quits, each beside a key that a teller presses all day. Without one, F10 and Alt belong to the page, too.
 */
export const removeDefaultMenu = (): void => Menu.setApplicationMenu(null)

/** macOS takes copying and pasting, hiding and quitting from a menu; nothing in it loads the page again or closes the window. */
const MAC_MENU: MenuItemConstructorOptions[] = [
  { role: 'appMenu' },
  { role: 'editMenu' },
  {
    label: 'View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  },
  { label: 'Window', role: 'window', submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'front' }] },
]

/** Gives macOS the menu that a program there needs; elsewhere there stays none. */
export function makeMenu(platform: NodeJS.Platform): void {
  if (platform === 'darwin') Menu.setApplicationMenu(Menu.buildFromTemplate(MAC_MENU))
}
