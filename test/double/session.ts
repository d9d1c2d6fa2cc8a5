import { EventEmitter } from 'node:events'
import type { Contents } from './parts.ts'
import { answerApp, makeProtocol, net, protocol } from './protocol.ts'

type RequestHandler = (
  contents: Contents,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void
type CheckHandler = (contents: Contents, permission: string, origin: string, details: object) => boolean
type HeadersListener = (
  details: { url: string; responseHeaders: Record<string, string[]> },
  callback: (response: { responseHeaders?: Record<string, string | string[]> }) => void,
) => void

/** The first argument is a filter when there are two. */
function isListener(argument: object | null): argument is HeadersListener {
  return typeof argument === 'function'
}

export class DoubleSession extends EventEmitter {
  readonly protocol: typeof protocol
  readonly answerApp: typeof answerApp
  readonly fetch = net.fetch
  #request: RequestHandler | null = null
  #check: CheckHandler | null = null
  #headers: HeadersListener | null = null

  readonly webRequest = {
    onHeadersReceived: (first: object | null, second?: HeadersListener | null): void => {
      this.#headers = second ?? (isListener(first) ? first : null)
    },
    onBeforeRequest: (_first: unknown, _second?: unknown): void => undefined,
  }

  constructor(own: ReturnType<typeof makeProtocol>) {
    super()
    this.protocol = own.protocol
    this.answerApp = own.answerApp
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#request = handler
  }
  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler
  }
  setDevicePermissionHandler(_handler: unknown): void {
    // There are no devices to ask for.
  }
  setDisplayMediaRequestHandler(_handler: unknown): void {
    // There is no screen to share.
  }
  setSpellCheckerEnabled(_enabled: boolean): void {
    // Chromium runs without a spelling checker.
  }
  async clearStorageData(): Promise<void> {
    // Each data folder has its own profile; nothing else is kept.
  }

  /** Both handlers must agree; Electron grants what no handler decides. */
  async allows(
    contents: Contents,
    permission: string,
    origin: string,
    mediaTypes: readonly string[] = [],
  ): Promise<boolean> {
    const details = {
      requestingUrl: origin,
      securityOrigin: origin,
      isMainFrame: true,
      ...(mediaTypes.length > 0 ? { mediaTypes } : {}),
    }
    if (this.#check !== null && !this.#check(contents, permission, origin, details)) return false
    const request = this.#request
    if (request === null) return true
    return new Promise((resolve) => request(contents, permission, resolve, details))
  }

  /** The response headers after the application's onHeadersReceived, when it has one. */
  async finalHeaders(url: string, headers: Headers): Promise<Record<string, string>> {
    const plain = Object.fromEntries(headers)
    const listener = this.#headers
    if (listener === null) return plain
    const responseHeaders = Object.fromEntries(Object.entries(plain).map(([k, v]) => [k, [v]]))
    return new Promise((resolve) => {
      listener({ url, responseHeaders }, (changed) => {
        const entries = Object.entries(changed.responseHeaders ?? plain)
        resolve(Object.fromEntries(entries.map(([k, v]) => [k, typeof v === 'string' ? v : v.join(', ')])))
      })
    })
  }
}

const partitions = new Map<string, DoubleSession>()

function fromPartition(name: string): DoubleSession {
  const own = name === '' ? { protocol, answerApp } : makeProtocol()
  const known = partitions.get(name) ?? new DoubleSession(own)
  partitions.set(name, known)
  return known
}

export const session = { defaultSession: fromPartition(''), fromPartition }
