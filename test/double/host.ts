import type { DoubleWindow } from './browser-window.ts'

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
  open: (window: DoubleWindow, preloadPath: string | undefined, call: PageCall) => Promise<Surface>
}

/** Loads the host that DOUBLE_HOST names; the other one is never loaded. */
export async function loadHost(): Promise<Host> {
  if (process.env['DOUBLE_HOST'] === 'preview') return (await import('./host-preview.ts')).previewHost
  return (await import('./host-chromium.ts')).chromiumHost
}
