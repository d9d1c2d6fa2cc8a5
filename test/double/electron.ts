/** What `import … from 'electron'` means in the main process under the double. */
import { DoubleWindow } from './browser-window.ts'
import type { DoubleWebContents } from './web-contents.ts'

export { app } from './app.ts'
export { DoubleWindow as BrowserWindow } from './browser-window.ts'
export {
  clipboard,
  crashReporter,
  dialog,
  globalShortcut,
  Menu,
  nativeTheme,
  powerMonitor,
  screen,
  shell,
} from './desktop.ts'
export { ipcMain } from './ipc-main.ts'
export { net, protocol } from './protocol.ts'
export { safeStorage } from './safe-storage.ts'
export { session } from './session.ts'
export { utilityProcess } from './utility-process.ts'

const allContents = (): DoubleWebContents[] => DoubleWindow.getAllWindows().map((w) => w.webContents)

export const webContents = {
  getAllWebContents: allContents,
  fromId: (id: number): DoubleWebContents | undefined => allContents().find((c) => c.id === id),
  fromDevToolsTargetId: (targetId: string): DoubleWebContents | undefined =>
    allContents().find((c) => c.targetId === targetId),
}
