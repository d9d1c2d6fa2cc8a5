import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { APP_ORIGIN } from './app-protocol.ts'
import { saveWindowStateOnClose, readWindowState } from './window-state.ts'

const MIN_SIZE = { width: 1280, height: 720 }
const BACKGROUND = { light: '#ffffff', dark: '#1a1b1e' }

export type WindowSource = {
  /** Absolute path of the built preload script (CommonJS). */
  preload: string
  /** The development server's URL; ignored in a packaged application, which shows only its own files. */
  devServer?: string | undefined
}

/** Makes the application's window with every isolation on, at its last position. It appears once it is painted. */
export function createWindow({ preload, devServer }: WindowSource): BrowserWindow {
  const stateFile = join(app.getPath('userData'), 'window.json')
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  const state = readWindowState(stateFile, workAreas)
  const window = new BrowserWindow({
    ...(state?.bounds ?? { width: 1440, height: 900 }),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: app.getName(),
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  if (state?.isMaximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  saveWindowStateOnClose(window, stateFile)
  const isDevelopment = devServer !== undefined && !app.isPackaged
  window.loadURL(isDevelopment ? devServer : `${APP_ORIGIN}/index.html`).catch((error: unknown) => {
    console.error('The first screen did not load:', error)
  })
  return window
}
