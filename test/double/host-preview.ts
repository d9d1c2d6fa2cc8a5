import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createInterface } from 'node:readline'
import type { Duplex } from 'node:stream'
import type { Host, PageCall, Surface } from './parts.ts'
import { preloadScript } from './preload-script.ts'
import { previewAccess } from './preview-access.ts'
import { passRequest, passUpgrade } from './preview-dev-server.ts'
import { answerApp } from './protocol.ts'
import { session } from './session.ts'

const BODY_LIMIT = 96 * 1024 * 1024

/** The one window that the preview shows, in as many tabs as the person opens. */
type Shown = { script: string; call: PageCall; path: string; tabs: Set<ServerResponse> }

let server: Server | undefined
let base = ''
let appOrigin = 'app://teller'
let shown: Shown | undefined
const access = previewAccess(() => base)

const toElectronUrl = (path: string): string => appOrigin + path

function say(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .end(text)
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > BODY_LIMIT) throw new Error('the message is too large')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function exchangeTicket(url: URL, response: ServerResponse): void {
  const cookie = access.exchange(url.searchParams.get('ticket'))
  if (cookie === undefined)
    return say(response, 403, 'This link has been used. Press Enter in the terminal for a new one.')
  response
    .writeHead(303, { 'set-cookie': cookie, location: shown?.path ?? '/', 'cache-control': 'no-store' })
    .end()
}

async function answerCall(
  window: Shown,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  if (request.method !== 'POST' || !access.isOurOrigin(request)) return say(response, 403, 'refused')
  const [, , kind = '', channel = ''] = path.split('/')
  const frame = { url: toElectronUrl(window.path), isMainFrame: true }
  response.end(await window.call(kind, decodeURIComponent(channel), await readBody(request), frame))
}

function openEvents(window: Shown, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write(':\n\n')
  window.tabs.add(response)
  response.on('close', () => window.tabs.delete(response))
}

/** The bridge's script comes before the page's first one. The page is told that a browser shows it, which keeps some keys for itself. */
const withBridge = (html: string): string =>
  html
    .replace(/<html/i, '<html data-in-browser')
    .replace(/<head[^>]*>/i, (head) => `${head}<script src="/__preload.js"></script>`)

/** The development server, when it is what the window shows. */
const devServer = (): URL | undefined => (appOrigin.startsWith('http') ? new URL(appOrigin) : undefined)

/** The application's own answer, with the bridge in its page. */
async function answerPage(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const appUrl = toElectronUrl(url.pathname + url.search)
  const page = await answerApp(appUrl, request.method ?? 'GET')
  const headers = await session.defaultSession.finalHeaders(appUrl, page.headers)
  let body = Buffer.from(await page.arrayBuffer())
  if (page.headers.get('content-type')?.startsWith('text/html') === true) {
    body = Buffer.from(withBridge(body.toString('utf8')))
  }
  delete headers['content-length']
  response.writeHead(page.status, headers).end(body)
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', base)
  if (!access.isOurHost(request)) return say(response, 421, 'wrong host')
  if (url.pathname === '/__open') return exchangeTicket(url, response)
  if (!access.hasCookie(request)) return say(response, 403, 'Open the link that the program printed.')
  const window = shown
  if (window === undefined) return say(response, 503, 'The window is not open yet: load this page again.')
  if (url.pathname.startsWith('/__ipc/')) return answerCall(window, request, response, url.pathname)
  if (url.pathname === '/__events') return openEvents(window, response)
  if (url.pathname === '/__preload.js') {
    response
      .writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' })
      .end(window.script)
    return
  }
  const source = devServer()
  if (source !== undefined) return passRequest(source, request, response, withBridge)
  return answerPage(request, response, url)
}

/** Only a development server has a web socket, and only for a tab that may see its page. */
function answerUpgrade(request: IncomingMessage, tab: Duplex, head: Buffer): void {
  const source = devServer()
  const isAllowed = access.isOurHost(request) && access.isOurOrigin(request) && access.hasCookie(request)
  if (source === undefined || shown === undefined || !isAllowed) tab.destroy()
  else passUpgrade(source, request, tab, head)
}

function broadcast(window: Shown, event: string, data: string): void {
  for (const tab of window.tabs) tab.write(`event: ${event}\ndata: ${data}\n\n`)
}

const onlyInTests = () => Promise.reject(new Error('The preview cannot do this: use the browser itself.'))

const printLink = (): void => console.log(`Open in a browser on this computer (works once): ${access.link()}`)

/** A loopback server for any browser tab on this computer: development and evaluation only, never packaged. */
export const previewHost: Host = {
  start: async () => {
    server = createServer((request, response) => {
      answer(request, response).catch((error: unknown) => {
        console.error('double: a request failed:', error)
        if (response.headersSent) response.destroy()
        else say(response, 500, 'failed')
      })
    })
    server.on('upgrade', answerUpgrade)
    const port = Number(process.env['DOUBLE_PORT'] ?? 0)
    await new Promise<void>((resolve, reject) => {
      server?.once('error', reject).listen(port, '127.0.0.1', resolve)
    })
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('the preview has no port')
    base = `http://${access.hostName()}:${address.port}`
  },
  stop: async () => {
    server?.close()
    server?.closeAllConnections()
  },
  open: async (window, { preload }, call): Promise<Surface> => {
    const mine: Shown = { script: preloadScript(preload), call, path: '/', tabs: new Set() }
    return {
      targetId: '',
      url: () => toElectronUrl(mine.path),
      goto: async (url) => {
        const { protocol, host, pathname, search } = new URL(url)
        appOrigin = `${protocol}//${host}`
        mine.path = pathname + search
        shown = mine
        printLink()
        createInterface({ input: process.stdin }).on('line', printLink)
      },
      reload: async () => broadcast(mine, 'reload', '{}'),
      close: async () => {
        for (const tab of mine.tabs) tab.end()
        if (shown === mine) shown = undefined
        window.closed()
      },
      deliver: async (channel, payload) => broadcast(mine, 'message', JSON.stringify([channel, payload])),
      evaluate: onlyInTests,
      pdf: onlyInTests,
      resize: async () => undefined,
      useDarkColors: async () => undefined,
    }
  },
}
