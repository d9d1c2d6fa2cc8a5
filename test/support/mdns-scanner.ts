import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import multicastDns, { type QueryPacket, type ResponseOutgoingPacket } from 'multicast-dns'
import type { OpenLines } from '../../electron/scanners/mdns/look-around.ts'

type Answers = (query: QueryPacket) => readonly (ResponseOutgoingPacket | Buffer)[]

/** A socket on loopback, where nothing can be sent to everybody: each packet goes to the other one's port. */
async function socketOf(port = 0): Promise<Socket> {
  const socket = createSocket({ type: 'udp4' })
  socket.bind(port, '127.0.0.1')
  await once(socket, 'listening')
  return socket
}

/**
 * A network in which `answers` says what comes of each question, as packets of DNS between two sockets; bytes are sent as they are. Gives
 * `work` the line to it and what was asked.
 */
export async function withNetwork<T>(
  answers: Answers,
  work: (open: OpenLines, asked: string[]) => Promise<T>,
): Promise<T> {
  const socket = await socketOf()
  const there = multicastDns({ socket, bind: false, multicast: false })
  const asked: string[] = []
  there.on('query', (query, sender) => {
    asked.push(...(query.questions ?? []).map(({ type, name }) => `${type} ${name}`))
    for (const answer of answers(query))
      if (Buffer.isBuffer(answer)) socket.send(answer, sender.port, sender.address)
      else there.respond(answer, sender)
  })
  const here = await socketOf()
  const { port } = socket.address()
  const open = () => [multicastDns({ socket: here, bind: false, multicast: false, port, ip: '127.0.0.1' })]
  try {
    return await work(open, asked)
  } finally {
    there.destroy()
  }
}

type Offer = {
  readonly label: string
  readonly host: string
  readonly address: string
  readonly port: number
  readonly text: Readonly<Record<string, string>>
  /** Whether it encrypts. */
  readonly encrypted: boolean
}

/** What a scanner says of itself, as responders send it; changed where a test says so. */
export function offer(changes: Partial<Offer> = {}) {
  const said: Offer = {
    label: 'Kodak i1190 (Counter 2)',
    host: 'kodak-2.local',
    address: '192.0.2.20',
    port: 80,
    text: {
      txtvers: '1',
      ty: 'Kodak i1190',
      rs: 'eSCL',
      note: 'Counter 2',
      is: 'adf',
      duplex: 'T',
      UUID: 'a-1',
    },
    encrypted: false,
    ...changes,
  }
  const service = said.encrypted ? '_uscans._tcp.local' : '_uscan._tcp.local'
  const name = `${said.label}.${service}`
  const family = said.address.includes(':') ? ('AAAA' as const) : ('A' as const)
  return {
    service: { name: service, type: 'PTR' as const, ttl: 4500, data: name },
    place: { name, type: 'SRV' as const, ttl: 120, data: { target: said.host, port: said.port } },
    text: {
      name,
      type: 'TXT' as const,
      ttl: 4500,
      data: Object.entries(said.text).map(([key, value]) => `${key}=${value}`),
    },
    host: { name: said.host, type: family, ttl: 120, data: said.address },
  }
}

/** All of it in one packet, as most responders send it. */
export const whole = (said: ReturnType<typeof offer>): ResponseOutgoingPacket => ({
  answers: [said.service],
  additionals: [said.place, said.text, said.host],
})
