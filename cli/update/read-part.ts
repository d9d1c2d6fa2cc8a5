import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { isAbsolute, join } from 'node:path'
import type { Readable } from 'node:stream'
import { getCACertificates } from 'node:tls'
import { codeOf } from '../../electron/db/fault.ts'
import { ok } from '../../shared/result.ts'
import { type Tried, updateFault } from './update-fault.ts'

/** Where a channel is read, and by what it is believed. */
export type Source = {
  /** `https://…`, or an absolute folder. */
  readonly from: string
  /** PEM; null for the authorities that this computer's system trusts. */
  readonly authorities: readonly string[] | null
  /** After so many milliseconds without a byte it is given up. */
  readonly silenceMs: number
  readonly signal: AbortSignal
}

/** A file of a channel as a stream; a faulty one ends with an error that `partFault` reads. Redirections are refused. */
export const openPart = (source: Source, name: string): Promise<Readable> =>
  isAbsolute(source.from) ? openFile(join(source.from, name), source) : openAddress(source, name)

/** Not waited for: a name that leads to a pipe would keep it for ever. */
async function openFile(file: string, { signal }: Source): Promise<Readable> {
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  if ((await handle.stat()).isFile()) return handle.createReadStream({ signal })
  await handle.close()
  throw Object.assign(new Error('It is no file'), { code: 'EISDIR' })
}

class Answered extends Error {
  readonly status: number
  constructor(status: number) {
    super(`The server answered ${status}`)
    this.status = status
  }
}

function openAddress(
  { from, authorities, silenceMs, signal }: Source,
  name: string,
): Promise<IncomingMessage> {
  const address = new URL(encodeURIComponent(name), from.endsWith('/') ? from : `${from}/`)
  const ca = [...(authorities ?? getCACertificates('system'))]
  return new Promise((resolve, reject) => {
    const asked = request(address, { ca, agent: false, signal, minVersion: 'TLSv1.2' })
    let stream: { destroy: (error: Error) => unknown } = asked
    asked.setTimeout(silenceMs, () => stream.destroy(silence()))
    asked.on('error', reject)
    asked.on('response', (answer) => {
      // Its reader would be told of a reset otherwise.
      stream = answer
      if (answer.statusCode === 200) return resolve(answer)
      asked.destroy()
      return reject(new Answered(answer.statusCode ?? 0))
    })
    asked.end()
  })
}

const silence = () => Object.assign(new Error('The server fell silent'), { code: 'ETIMEDOUT' })

/** The fault that an error of reading is, or null for a bug. */
export function partFault(error: unknown, { signal }: Source, name: string): Tried<never> | null {
  if (signal.aborted) return updateFault(isTimeout(signal.reason) ? 'CHANNEL_SLOW' : 'STOPPED', { name })
  if (error instanceof Answered)
    return updateFault('CHANNEL_ANSWERED', { name, status: String(error.status) })
  const code = codeOf(error)
  if (code === undefined) return null
  if (code === 'ETIMEDOUT') return updateFault('CHANNEL_SLOW', { name })
  const isUnproven = /CERT|ERR_TLS|ERR_SSL|SIGNATURE|ERR_OSSL|EPROTO/.test(code)
  return updateFault(isUnproven ? 'CHANNEL_NOT_PROVEN' : 'CHANNEL_UNREACHABLE', { name, reason: code })
}

const isTimeout = (reason: unknown): boolean =>
  reason instanceof DOMException && reason.name === 'TimeoutError'

/** A small file whole; nothing beyond `most` bytes is read. */
export async function readSmall(source: Source, name: string, most: number): Promise<Tried<Buffer>> {
  try {
    const parts: Buffer[] = []
    let bytes = 0
    // Leaving the loop early ends the stream, and with it the connection.
    for await (const part of (await openPart(source, name)) as AsyncIterable<Buffer>) {
      bytes += part.length
      if (bytes > most) return updateFault('CHANNEL_TOO_LARGE', { name, most: String(most) })
      parts.push(part)
    }
    return ok(Buffer.concat(parts))
  } catch (error) {
    const fault = partFault(error, source, name)
    if (fault === null) throw error
    return fault
  }
}
