/** The interfaces between the parts of the double: types only, so that no part imports one that imports it. */

/** Carries one message of a page to ipcMain; `frame` says who asked. */
export type PageCall = (
  kind: string,
  channel: string,
  payload: string,
  frame: { url: string; isMainFrame: boolean },
) => Promise<string>

/** Lengths in inches. */
export type PdfOptions = {
  printBackground?: boolean
  landscape?: boolean
  width?: string
  height?: string
  margin?: { top: string; bottom: string; left: string; right: string }
}

/** What a host needs to know of how a window is made. */
export type WindowPreferences = { preload?: string | undefined; javascript?: boolean | undefined }

/** One window as a host shows it. URLs are those that Electron would report: app://… */
export type Surface = {
  targetId: string
  url: () => string
  goto: (url: string) => Promise<void>
  reload: () => Promise<void>
  close: () => Promise<void>
  deliver: (channel: string, payload: string) => Promise<void>
  evaluate: (code: string) => Promise<unknown>
  pdf: (options: PdfOptions) => Promise<Buffer>
  resize: (width: number, height: number) => Promise<void>
  useDarkColors: (dark: boolean) => Promise<void>
}

/** What shows windows: a Chromium for tests, or any browser tab on this computer for a preview. */
export type Host = {
  start: (options: { userData: string; announce: boolean }) => Promise<void>
  stop: () => Promise<void>
  open: (window: OpenWindow, preferences: WindowPreferences, call: PageCall) => Promise<Surface>
}

/** The session of a window, as the hosts use it. */
export type PageSession = {
  allows: (
    contents: Contents,
    permission: string,
    origin: string,
    mediaTypes?: readonly string[],
  ) => Promise<boolean>
  answerApp: (url: string, method: string, body?: Buffer) => Promise<Response>
  finalHeaders: (url: string, headers: Headers) => Promise<Record<string, string>>
}

/** The page of a window, as session, ipcMain and the hosts use it. */
export type Contents = {
  targetId: string
  readonly session: PageSession
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
