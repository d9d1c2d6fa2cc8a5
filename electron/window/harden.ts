import { app, type Session, type WebContents } from 'electron'
import { APP_ORIGIN } from './app-protocol.ts'

/** What a screen may always do: copy an account number. */
const ALLOWED = new Set(['clipboard-sanitized-write'])

/** What of a camera and a microphone is asked for, in the two ways in which Electron says it. */
type MediaDetails = {
  readonly requestingUrl?: string
  readonly mediaTypes?: readonly string[]
  readonly mediaType?: string
}

const kindsOf = ({ mediaTypes, mediaType }: MediaDetails): readonly string[] =>
  mediaTypes ?? (mediaType === undefined ? [] : [mediaType])

/** Whether a page of this URL is the application's own: only such a page may be shown or may call. */
export function isOwnPage(url: string, devServer?: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host } = new URL(url)
  const origin = `${protocol}//${host}`
  return origin === APP_ORIGIN || (devServer !== undefined && origin === new URL(devServer).origin)
}

/**
 * Denies every permission and device that a page could ask for, except those listed above, and a camera, without sound, while
 * `mayUseCamera` says so.
 */
export function denyPermissions(session: Session, mayUseCamera: () => boolean): void {
  const grants = (permission: string, details: MediaDetails): boolean => {
    if (permission !== 'media') return ALLOWED.has(permission)
    const kinds = kindsOf(details)
    return kinds.length > 0 && kinds.every((kind) => kind === 'video') && mayUseCamera()
  }
  session.setPermissionRequestHandler((_contents, permission, grant, details) =>
    grant(grants(permission, details)),
  )
  session.setPermissionCheckHandler((_contents, permission, _origin, details) => grants(permission, details))
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
