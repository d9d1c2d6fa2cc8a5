import { type IncomingMessage, request as ask, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'

/** The tab's cookie opens the preview, so it stays here; the development server knows itself by its own address only. */
function headersFor(server: URL, request: IncomingMessage): Record<string, string | string[] | undefined> {
  const { cookie: _cookie, ...headers } = request.headers
  return { ...headers, host: server.host }
}

async function readText(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of response as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

async function pass(
  answer: IncomingMessage,
  response: ServerResponse,
  withBridge: (html: string) => string,
): Promise<void> {
  const { 'content-length': _length, ...headers } = answer.headers
  const isPage = answer.headers['content-type']?.startsWith('text/html') === true
  response.writeHead(answer.statusCode ?? 502, isPage ? headers : answer.headers)
  if (isPage) response.end(withBridge(await readText(answer)))
  else answer.pipe(response)
}

/** Answers with what the development server answers, with the bridge in its pages. Rejects when it cannot be reached. */
export function passRequest(
  server: URL,
  request: IncomingMessage,
  response: ServerResponse,
  withBridge: (html: string) => string,
): Promise<void> {
  const url = new URL(request.url ?? '/', server)
  return new Promise((resolve, reject) => {
    const asked = ask(url, { method: request.method, headers: headersFor(server, request) }, (answer) => {
      pass(answer, response, withBridge).then(resolve, reject)
    })
    asked.on('error', reject)
    request.pipe(asked)
  })
}

/** Joins the tab's web socket with the development server's: over it come the changed components. */
export function passUpgrade(server: URL, request: IncomingMessage, tab: Duplex, head: Buffer): void {
  const upstream = connect(Number(server.port), server.hostname, () => {
    const lines = Object.entries(headersFor(server, request)).map(
      ([name, value]) => `${name}: ${String(value)}`,
    )
    upstream.write([`GET ${request.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
    upstream.write(head)
    upstream.pipe(tab).pipe(upstream)
  })
  upstream.on('error', () => tab.destroy())
  tab.on('error', () => upstream.destroy())
}
