import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { jpegPicture } from './jpeg.ts'
import { capabilitiesXml, type JobWords, statusXml } from './escl-words.ts'
import type { OwnCertificate } from './own-certificate.ts'

/** How the test's scanner behaves; each can be changed while it runs. */
export type Behaviour = {
  /** Sheets in the feeder. */
  sheets: number
  /** It has both sides of each sheet at once. */
  duplex: boolean
  resolutions: readonly number[]
  page: () => Uint8Array
  /** So many requests to scan are answered by 503. */
  busy: number
  /** So many requests for a page are answered by 503 before it is ready. */
  notReady: number
  /** The sheet that jams, or opens the cover, counted from 1: the page comes as 200 without a byte, and the job is aborted. */
  stopsAt: { readonly sheet: number; readonly feeder: string } | null
  /** What says that there is no further page. */
  end: 404 | 409 | 410
  /** Where the job is, as the scanner writes it. */
  location: (path: string) => string
  /** Answers instead of the scanner when it says true: what no scanner should do. */
  instead: (request: IncomingMessage, response: ServerResponse) => boolean
}

type Job = { -readonly [K in keyof JobWords]: JobWords[K] } & {
  readonly feeder: boolean
  readonly settings: string
}

export type EsclServer = {
  readonly behaviour: Behaviour
  /** What it was asked, as `POST ScanJobs`, and the jobs that it began. */
  readonly asked: string[]
  readonly jobs: readonly Job[]
  /** As a person types it. */
  readonly address: string
  readonly url: string
  /** Goes away: open connections end. */
  readonly close: () => Promise<void>
}

const usual = (): Behaviour => ({
  sheets: 0,
  duplex: false,
  resolutions: [100, 200, 300, 600],
  page: () => new Uint8Array(jpegPicture()),
  busy: 0,
  notReady: 0,
  stopsAt: null,
  end: 404,
  location: (path) => path,
  instead: () => false,
})

/** A scanner with glass and feeder that speaks eSCL on a loopback port. */
export async function esclServer(
  changes: Partial<Behaviour> = {},
  certificate: OwnCertificate | null = null,
): Promise<EsclServer> {
  const behaviour = { ...usual(), ...changes }
  const asked: string[] = []
  const jobs: Job[] = []
  const answer = scannerFor(behaviour, jobs)
  const listen: RequestListener = (request, response) => {
    asked.push(`${request.method} ${(request.url ?? '').replace(/^\/eSCL\//, '')}`)
    if (!behaviour.instead(request, response)) void answer(request, response)
  }
  const server = certificate === null ? createServer(listen) : createTlsServer({ ...certificate }, listen)
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    behaviour,
    asked,
    jobs,
    address,
    url: `${certificate === null ? 'http' : 'https'}://${address}/eSCL`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const end = (response: ServerResponse, status: number, headers = {}, body: string | Uint8Array = '') =>
  void response.writeHead(status, headers).end(body)
const XML = { 'Content-Type': 'text/xml' }

function scannerFor(
  behaviour: Behaviour,
  jobs: Job[],
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const feederState = () => {
    const stopped = jobs.at(-1)
    if (stopped?.state === 'Aborted' && behaviour.stopsAt !== null) return behaviour.stopsAt.feeder
    return behaviour.sheets === 0 ? 'ScannerAdfEmpty' : 'ScannerAdfLoaded'
  }
  const begin = (settings: string, response: ServerResponse) => {
    const feeder = settings.includes('>Feeder<')
    if (behaviour.busy > 0) {
      behaviour.busy -= 1
      return end(response, 503)
    }
    if (feeder && behaviour.sheets === 0) return end(response, 409)
    const path = `/eSCL/ScanJobs/${jobs.length + 1}`
    jobs.push({ path, done: 0, state: 'Processing', feeder, settings })
    return end(response, 201, { Location: behaviour.location(path) })
  }
  const next = (job: Job, response: ServerResponse) => {
    if (behaviour.notReady > 0) {
      behaviour.notReady -= 1
      return end(response, 503, { 'Retry-After': '1' })
    }
    if (job.state !== 'Processing') return end(response, 410)
    if (job.feeder && behaviour.stopsAt?.sheet === job.done + 1) {
      job.state = 'Aborted'
      return end(response, 200, { 'Content-Type': 'image/jpeg' })
    }
    const isLeft = job.feeder ? behaviour.sheets > 0 : job.done === 0
    if (!isLeft) {
      job.state = 'Completed'
      return end(response, behaviour.end)
    }
    job.done += 1
    const isSheetDone = !job.settings.includes('>true</scan:Duplex>') || job.done % 2 === 0
    if (job.feeder && isSheetDone) behaviour.sheets -= 1
    return end(response, 200, { 'Content-Type': 'image/jpeg' }, behaviour.page())
  }
  return async (request, response) => {
    const path = (request.url ?? '').replace(/^\/eSCL\//, '')
    const body = await text(request)
    if (path === 'ScannerCapabilities')
      return end(
        response,
        200,
        XML,
        capabilitiesXml('Test Scanner 3000', behaviour.resolutions, behaviour.duplex),
      )
    if (path === 'ScannerStatus')
      return end(response, 200, XML, statusXml(stateOf(jobs), feederState(), jobs.toReversed()))
    if (path === 'ScanJobs' && request.method === 'POST') return begin(body, response)
    const [, number = '', rest = ''] = /^ScanJobs\/(\d+)(\/NextDocument)?$/.exec(path) ?? []
    const job = jobs[Number(number) - 1]
    if (job === undefined) return end(response, 404)
    if (request.method === 'DELETE') {
      job.state = 'Canceled'
      return end(response, 200)
    }
    return rest === '' ? end(response, 404) : next(job, response)
  }
}

const stateOf = (jobs: readonly Job[]) => (jobs.at(-1)?.state === 'Processing' ? 'Processing' : 'Idle')
