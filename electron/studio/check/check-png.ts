import { once } from 'node:events'
import { crc32, createInflate } from 'node:zlib'

/** Bits a pixel for each colour type, for one bit of depth: PNG (ISO/IEC 15948), section 11.2.2. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** Columns and rows of each pass of an interlaced picture: start and step across, start and step down. */
const PASSES = [
  [0, 8, 0, 8],
  [4, 8, 0, 8],
  [0, 4, 4, 8],
  [2, 4, 0, 4],
  [0, 2, 2, 4],
  [1, 2, 0, 2],
  [0, 1, 1, 2],
] as const

type Chunk = { readonly type: string; readonly data: Buffer }

/**
 * Whether a PNG is complete: every chunk with its checksum, and compressed data for exactly the pixels that the header states. The
 * pixels are counted as they come, and never kept: a small file may hold gigabytes of them.
 */
export async function isCompletePng(content: Uint8Array): Promise<boolean> {
  const chunks = readChunks(Buffer.from(content.buffer, content.byteOffset, content.byteLength))
  const header = chunks?.[0]
  if (chunks === null || header?.type !== 'IHDR' || header.data.length !== 13) return false
  if (chunks.at(-1)?.type !== 'IEND') return false
  if (header.data[9] === 3 && !chunks.some(({ type }) => type === 'PLTE')) return false
  const expected = bytesOf(header.data)
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data)
  return expected !== null && (await inflatedSize(data, expected)) === expected
}

/** The chunks up to IEND, or null when one is cut off or its checksum is wrong. */
function readChunks(file: Buffer): Chunk[] | null {
  const chunks: Chunk[] = []
  for (let at = 8; at + 12 <= file.length;) {
    const end = at + 12 + file.readUInt32BE(at)
    if (end > file.length || crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return null
    const type = file.toString('latin1', at + 4, at + 8)
    chunks.push({ type, data: file.subarray(at + 8, end - 4) })
    if (type === 'IEND') return chunks
    at = end
  }
  return null
}

/** How many bytes the pixels take: a filter byte and the pixels for each row of each pass. */
function bytesOf(header: Buffer): number | null {
  const channels = CHANNELS[header.readUInt8(9)]
  if (channels === undefined) return null
  const [width, height, bits] = [
    header.readUInt32BE(0),
    header.readUInt32BE(4),
    channels * header.readUInt8(8),
  ]
  const passes = header.readUInt8(12) === 0 ? ([[0, 1, 0, 1]] as const) : PASSES
  return passes.reduce((sum, [left, across, top, down]) => {
    const columns = Math.max(Math.ceil((width - left) / across), 0)
    const rows = columns === 0 ? 0 : Math.max(Math.ceil((height - top) / down), 0)
    return sum + rows * (1 + Math.ceil((columns * bits) / 8))
  }, 0)
}

/** The size of the data when inflated, up to a little more than `most`; null when it is damaged or cut off. */
async function inflatedSize(parts: readonly Buffer[], most: number): Promise<number | null> {
  const inflate = createInflate()
  let size = 0
  inflate.on('data', (piece: Buffer) => {
    size += piece.length
    if (size > most) inflate.destroy()
  })
  const ended = Promise.race([once(inflate, 'end'), once(inflate, 'close')])
  for (const part of parts) inflate.write(part)
  inflate.end()
  try {
    await ended
    return size
  } catch {
    return null
  }
}
