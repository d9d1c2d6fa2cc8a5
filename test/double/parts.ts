/** The interfaces between the parts of the double: types only, so that no part imports one that imports it. */

/** Carries one message of a page to ipcMain; `frame` says who asked. */
export type PageCall = (
  kind: string,
  channel: string,
  payload: string,
  frame: { url: string; isMainFrame: boolean },
) => Promise<string>

/** One window as a host shows it. URLs are those that Electron would report: app://… */
export type Surface = {
  targetId: string
  url: () => string
  goto: (url: string) => Promise<void>
  reload: () => Promise<void>
  close: () => Promise<void>
  deliver: (channel: string, payload: string) => Promise<void>
  evaluate: (code: string) => Promise<unknown>
  pdf: (options: { printBackground?: boolean; landscape?: boolean }) => Promise<Buffer>
  resize: (width: number, height: number) => Promise<void>
  useDarkColors: (dark: boolean) => Promise<void>
}

/** What shows windows: a Chromium for tests, or any browser tab on this computer for a preview. */
export type Host = {
  start: (options: { userData: string; announce: boolean }) => Promise<void>
  stop: () => Promise<void>
  open: (window: OpenWindow, preloadPath: string | undefined, call: PageCall) => Promise<Surface>
}

/** The page of a window, as session, ipcMain and the hosts use it. */
export type Contents = {
  targetId: string
  readonly mainFrame: object
  send: (channel: string, ...args: unknown[]) => void
  crashed: () => void
  mayNavigate: (url: string, isMainFrame: boolean) => boolean
  mayOpen: (url: string) => boolean
}

/** A window that is open, as its page, the application and the hosts use it. */
export type OpenWindow = {
  readonly id: number
  readonly webContents: Contents
  loadURL: (url: string) => Promise<void>
  currentUrl: () => string
  focus: () => void
  close: () => void
  closed: () => void
  isDestroyed: () => boolean
  withSurface: <T>(use: (surface: Surface) => Promise<T>) => Promise<T>
}
