import { request, type IncomingMessage } from 'node:http'
import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { connectTo, type ConnectError, type Peer } from './connect.ts'

export type Asking = {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: URL
  readonly body?: string
  /** More bytes than this are not read. */
  readonly most: number
  /** For the connection, and for the whole answer, in milliseconds. */
  readonly connect: number
  readonly within: number
  readonly signal: AbortSignal
}
export type ScannerAnswer = {
  readonly status: number
  readonly location: string | undefined
  readonly body: Uint8Array
}
/** SCANNER_GONE: it was reached, and nothing or not all of an answer came. FILE_TOO_LARGE: more came than is read. */
export type AskError = ConnectError | 'SCANNER_GONE' | 'FILE_TOO_LARGE'

/** Asks a scanner once over a connection of its own. No redirect is followed: a scanner answers where it is. */
export async function ask(peer: Peer, asking: Asking): Promise<Result<ScannerAnswer, AskError>> {
  const { signal } = asking
  const socket = await connectTo(peer, AbortSignal.any([signal, AbortSignal.timeout(asking.connect)]))
  if (!socket.ok) return socket
  const ends = AbortSignal.any([signal, AbortSignal.timeout(asking.within)])
  try {
    const { method, url, body = '' } = asking
    const headers = {
      Host: url.host,
      Connection: 'close',
      ...(body === '' ? {} : { 'Content-Type': 'text/xml', 'Content-Length': Buffer.byteLength(body) }),
    }
    const sent = request({
      createConnection: () => socket.value,
      method,
      path: `${url.pathname}${url.search}`,
      headers,
      signal: ends,
    })
    const answered = Promise.withResolvers<IncomingMessage>()
    sent.on('response', answered.resolve)
    // Also after the answer: an error that nobody listens to ends the process.
    sent.on('error', answered.reject)
    sent.end(body)
    return await read(await answered.promise, asking.most)
  } catch {
    return fail('SCANNER_GONE')
  } finally {
    socket.value.destroy()
  }
}

async function read(
  message: IncomingMessage,
  most: number,
): Promise<Result<ScannerAnswer, 'FILE_TOO_LARGE'>> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of message as AsyncIterable<Buffer>) {
    size += part.byteLength
    if (size > most) return fail('FILE_TOO_LARGE', { megabytes: String(Math.floor(most / 2 ** 20)) })
    parts.push(part)
  }
  const { statusCode: status = 0, headers } = message
  return ok({ status, location: headers.location, body: new Uint8Array(Buffer.concat(parts)) })
}
