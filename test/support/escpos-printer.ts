import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** How the test's printer behaves; each can be changed while it runs. */
export type PrinterBehaviour = {
  /** What it answers to DLE EOT 1 to 4. */
  state: [number, number, number, number]
  /** It answers nothing about its state. */
  silent: boolean
  /** After so many bytes of paper this happens to it. */
  stopsAfter: {
    readonly bytes: number
    readonly by: 'CUT' | 'SILENCE' | [number, number, number, number]
  } | null
  /** What it answers to GS r at the end. */
  end: number
}

export type EscposPrinter = {
  readonly behaviour: PrinterBehaviour
  readonly address: string
  /** What it was sent to print, of each connection, without the questions about its state. */
  readonly papers: () => readonly Buffer[]
  readonly close: () => Promise<void>
}

/** Ready: the fixed bits alone. */
export const READY: [number, number, number, number] = [0x16, 0x12, 0x12, 0x12]
const DLE = 0x10
const GS = 0x1d

/** A printer on a port of its own. It tells commands from pictures, in whose bytes anything may stand. */
export async function escposPrinter(changes: Partial<PrinterBehaviour> = {}): Promise<EscposPrinter> {
  const behaviour: PrinterBehaviour = { state: READY, silent: false, stopsAfter: null, end: 0, ...changes }
  const papers: number[][] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    const paper: number[] = []
    papers.push(paper)
    let waiting = Buffer.alloc(0)
    let picture = 0
    let isStopped = false
    const say = (byte: number) => {
      if (!behaviour.silent) socket.write(Buffer.from([byte]))
    }
    const print = (count: number): number => {
      const { stopsAfter } = behaviour
      if (stopsAfter !== null && !isStopped && paper.length + count > stopsAfter.bytes) {
        isStopped = true
        if (stopsAfter.by === 'CUT') socket.destroy()
        else if (stopsAfter.by === 'SILENCE') behaviour.silent = true
        else behaviour.state = stopsAfter.by
      }
      if (!isStopped) paper.push(...waiting.subarray(0, count))
      return count
    }
    const beginPicture = (): number => {
      picture = waiting.readUInt16LE(4) * waiting.readUInt16LE(6)
      return print(8)
    }
    /** Works on what comes first, and answers how many bytes that was; 0 while more of it is to come. */
    const one = (): number => {
      const [first, second] = waiting
      if (picture > 0) {
        const part = Math.min(picture, waiting.length)
        picture -= part
        return print(part)
      }
      if (first !== DLE && first !== GS) return print(1)
      if (waiting.length < (second === 0x76 ? 8 : 3)) return 0
      if (first === DLE && second === 0x04) say(behaviour.state[(waiting[2] ?? 1) - 1] ?? 0)
      else if (second === 0x72 && !isStopped) say(behaviour.end)
      else if (second === 0x76) return beginPicture()
      else if (second !== 0x61 && second !== 0x72) return print(1)
      return 3
    }
    socket.on('data', (bytes: Buffer) => {
      waiting = Buffer.concat([waiting, bytes])
      while (waiting.length > 0) {
        const took = one()
        if (took === 0) return
        waiting = waiting.subarray(took)
      }
    })
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  return {
    behaviour,
    address: `127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    papers: () => papers.filter((paper) => paper.length > 0).map((paper) => Buffer.from(paper)),
    close: async () => {
      const closed = Promise.withResolvers<void>()
      server.close(() => closed.resolve())
      for (const socket of sockets) socket.destroy()
      await closed.promise
    },
  }
}

/** A piece of paper as somebody reads it: lines of text, and how many pictures and cuts. */
export type ReadPaper = {
  readonly lines: readonly string[]
  readonly pictures: number
  readonly cuts: number
  readonly odd: readonly string[]
}

/** Letters of code page 858 that tests use. */
const LETTERS: Readonly<Record<number, string>> = {
  0x90: 'É',
  0x82: 'é',
  0x81: 'ü',
  0x94: 'ö',
  0xd5: '€',
  0x8f: 'Å',
}

/** Reads the bytes back as the printer does. What is neither a letter nor one of the commands that the program means to send is `odd`. */
export function readPaper(bytes: Buffer): ReadPaper {
  let text = ''
  let [pictures, cuts] = [0, 0]
  const odd: string[] = []
  for (let at = 0; at < bytes.length;) {
    const [first = 0, second = 0] = bytes.subarray(at, at + 2)
    const command = `${first.toString(16)} ${String.fromCharCode(second)}`
    if (first === GS && second === 0x76) {
      const [low = 0, high = 0, rows = 0, more = 0] = bytes.subarray(at + 4, at + 8)
      at += 8 + (low + high * 256) * (rows + more * 256)
      pictures += 1
    } else if (LENGTH_OF[command] !== undefined) {
      if (command === '1d V') cuts += 1
      at += LENGTH_OF[command]
    } else {
      if (first < 0x20 && first !== 0x0a && first !== 0x0d) odd.push(`${String(at)}: ${command}`)
      text += first > 0x7e ? (LETTERS[first] ?? '?') : String.fromCharCode(first)
      at += 1
    }
  }
  return {
    lines: text
      .replaceAll('\r', '')
      .split('\n')
      .map((each) => each.trimEnd()),
    pictures,
    cuts,
    odd,
  }
}

/** The commands of a paper by their names, and how many bytes each has. */
const LENGTH_OF: Readonly<Record<string, number>> = {
  '1b @': 2,
  '1c .': 2,
  '1b M': 3,
  '1b E': 3,
  '1b t': 3,
  '1b a': 3,
  '1d !': 3,
  '1d V': 3,
}
