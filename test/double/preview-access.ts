import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const secret = (): string => randomBytes(24).toString('base64url')

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * Who may use the preview: a link works once and is exchanged for a cookie that no script can read and no other origin can
 * send. A browser sends a cookie to every port of the host that set it, so the preview has a host name of its own, which browsers take
 * for this computer and nobody can guess. Host and Origin are compared because any web page can make a browser talk to 127.0.0.1.
 */
export function previewAccess(base: () => string) {
  // Given from outside when the application starts again under an open tab.
  const cookie = process.env['DOUBLE_COOKIE'] ?? secret()
  let ticket: string | undefined
  const cookieName = () => `corex-preview-${new URL(base()).port}`

  return {
    /** Made from the cookie, so that a tab stays open when the application starts again. */
    hostName: (): string =>
      `corex-${createHash('sha256').update(cookie).digest('hex').slice(0, 32)}.localhost`,
    /** Makes a new link; an older unopened one stops working. */
    link: (): string => {
      ticket = secret()
      return `${base()}/__open?ticket=${ticket}`
    },
    /** The Set-Cookie value for a ticket, once; undefined for a wrong or used one. */
    exchange: (given: string | null): string | undefined => {
      if (ticket === undefined || given === null || !same(given, ticket)) return undefined
      ticket = undefined
      return `${cookieName()}=${cookie}; HttpOnly; SameSite=Strict; Path=/`
    },
    isOurHost: (request: IncomingMessage): boolean => request.headers.host === new URL(base()).host,
    isOurOrigin: (request: IncomingMessage): boolean => request.headers.origin === base(),
    hasCookie: (request: IncomingMessage): boolean =>
      (request.headers.cookie ?? '').split(/; */).some((pair) => same(pair, `${cookieName()}=${cookie}`)),
  }
}
