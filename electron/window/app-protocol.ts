import { readFile, realpath } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { protocol } from 'electron'

/** The only page origin of the application: nothing else is loaded into a window. */
export const APP_ORIGIN = 'app://teller'

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/**
 * React writes style attributes; style elements and style sheets of other origins stay refused. No text becomes markup or a script, and a
 * thread is started by the one policy of renderer/calls/own-worker.ts.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types own-worker',
].join('; ')

const SECURITY_HEADERS: Record<string, string> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), microphone=(), payment=(), usb=()',
  'cache-control': 'no-store',
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: SECURITY_HEADERS })
}

function decodePath(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname)
    return path.includes('\0') || path.includes('\\') ? undefined : path
  } catch {
    return undefined
  }
}

/** The file that a path names, with links resolved; undefined when it is missing or outside the folder. */
async function fileWithin(folder: string, path: string): Promise<string | undefined> {
  const requested = resolve(folder, `.${path === '/' ? '/index.html' : path}`)
  if (!requested.startsWith(folder + sep)) return undefined
  const [root, file] = await Promise.all([realpath(folder), realpath(requested)]).catch(() => [
    folder,
    undefined,
  ])
  return file?.startsWith(root + sep) === true ? file : undefined
}

/**
 * Answers one app:// request from a folder: 200 with the file, 405 for anything but GET, 400 for a path that cannot be
 * decoded, 404 for a file that is missing, of an unknown type, on another host or outside the folder.
 */
export async function serveFile(folder: string, request: Request): Promise<Response> {
  const url = new URL(request.url)
  if (request.method !== 'GET') return refuse(405)
  if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return refuse(404)
  const path = decodePath(url.pathname)
  if (path === undefined) return refuse(400)
  const type = path === '/' ? CONTENT_TYPES['.html'] : CONTENT_TYPES[extname(path)]
  const file = type === undefined ? undefined : await fileWithin(folder, path)
  if (type === undefined || file === undefined) return refuse(404)
  const body = await readFile(file).catch(() => undefined)
  if (body === undefined) return refuse(404)
  return new Response(new Uint8Array(body), { headers: { ...SECURITY_HEADERS, 'content-type': type } })
}

/** Must run before the application is ready: gives app:// an origin and the security rules of https:. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
}

/** Serves only the built renderer, as app://teller/. */
export function handleAppProtocol(rendererFolder: string): void {
  const folder = join(rendererFolder)
  protocol.handle('app', (request) => serveFile(folder, request))
}
