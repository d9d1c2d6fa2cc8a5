import { app, type Session, type WebContents } from 'electron'
import { APP_ORIGIN } from './app-protocol.ts'

/** The only permission that a screen needs, to copy an account number. */
const ALLOWED = new Set(['clipboard-sanitized-write'])

/** Whether a page of this URL is the application's own: only such a page may be shown or may call. */
export function isOwnPage(url: string, devServer?: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host } = new URL(url)
  const origin = `${protocol}//${host}`
  return origin === APP_ORIGIN || (devServer !== undefined && origin === new URL(devServer).origin)
}

/** Denies every permission and device that a page could ask for, except those listed above. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, grant) => grant(ALLOWED.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED.has(permission))
  session.setDevicePermissionHandler(() => false)
}

function hardenContents(contents: WebContents, devServer: string | undefined): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnPage(event.url, devServer)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/**
 * Applies to every page that is created: no navigation away from the application, no new window, no embedded page, no
 * frame. `devServer` is the development server's URL, if there is one.
 */
export function hardenAllContents(devServer?: string): void {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, devServer))
}
