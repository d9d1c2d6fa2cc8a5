import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from './app.ts'

type Handler = (request: Request) => Response | Promise<Response>

/** The handlers of one session. `answerApp` answers an app:// request with the application's own handler; 404 when there is none. */
export function makeProtocol() {
  const handlers = new Map<string, Handler>()
  const answerApp = async (url: string, method: string, body?: Buffer): Promise<Response> => {
    const handler = handlers.get('app')
    if (handler === undefined) return new Response('no handler for app://', { status: 404 })
    const init = body === undefined ? { method } : { method, body: new Uint8Array(body) }
    return handler(new Request(url, init))
  }
  const own = {
    registerSchemesAsPrivileged: (_schemes: { scheme: string; privileges?: object }[]): void => {
      if (app.isReady())
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    },
    handle: (scheme: string, handler: Handler): void => {
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      handlers.set(scheme, handler)
    },
    unhandle: (scheme: string): void => {
      handlers.delete(scheme)
    },
    isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
  }
  return { protocol: own, answerApp }
}

const ofDefaultSession = makeProtocol()
export const { protocol } = ofDefaultSession
export const { answerApp } = ofDefaultSession

const contentTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

async function fetchFile(url: string): Promise<Response> {
  const file = fileURLToPath(url)
  const body = await readFile(file).catch(() => {
    throw new Error('net::ERR_FILE_NOT_FOUND')
  })
  const type = contentTypes[extname(file)] ?? 'application/octet-stream'
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } })
}

export const net = {
  isOnline: (): boolean => true,
  fetch: (input: string | Request, init?: RequestInit): Promise<Response> => {
    const url = typeof input === 'string' ? input : input.url
    return url.startsWith('file:') ? fetchFile(url) : fetch(input, init)
  },
}
