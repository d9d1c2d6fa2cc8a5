import { request } from 'node:http'
import { userInfo } from 'node:os'
import { buffer } from 'node:stream/consumers'
import { type IppAnswer, ippQuestion, readIpp } from './ipp.ts'
import { type ProgramEnv, runProgram } from './run-program.ts'

/** An answer of CUPS has a few hundred bytes. */
const MOST_BYTES = 1024 * 1024

/** Asks the CUPS of this computer. Null where it does not answer. */
export type AskCups = (
  operation: number,
  about: { readonly queue: string; readonly job?: number; readonly wanted: readonly string[] },
) => Promise<IppAnswer | null>

/** The server that `lp` talks to, wherever the computer's settings say that it is; null where CUPS is not installed. */
export async function cupsServer(env: ProgramEnv, within: number): Promise<AskCups | null> {
  const said = await runProgram('lpstat', ['-H'], { env, within })
  const place = said?.status === 0 ? said.output.trim() : ''
  if (place === '') return null
  const target = place.startsWith('/') ? { socketPath: place } : addressIn(place)
  const { username: user } = userInfo()
  return (operation, about) => post(target, ippQuestion(operation, { ...about, user }), within)
}

const addressIn = (place: string) => {
  const [, host = place, port = '631'] = /^\[?([^\]]*?)\]?:(\d+)$/.exec(place) ?? []
  return { host, port: Number(port) }
}

async function post(target: object, body: Buffer, within: number): Promise<IppAnswer | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const headers = { 'content-type': 'application/ipp', 'content-length': body.length }
  const asked = request(
    { ...target, method: 'POST', path: '/', headers, signal: AbortSignal.timeout(within) },
    (response) => {
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > MOST_BYTES) asked.destroy(new Error('Too long an answer'))
      })
      buffer(response).then(resolve, reject)
    },
  )
  asked.on('error', reject)
  asked.end(body)
  return promise.then(readIpp, () => null)
}
