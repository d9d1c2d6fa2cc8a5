import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
/** The sizes that Windows shows, and how Apple names those that macOS shows. */
const ICO = [16, 24, 32, 48, 64, 128, 256]
const ICNS: readonly [type: string, size: number][] = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
]
const ICO_HEADER = 6
const ICO_ENTRY = 16

type Pictures = ReadonlyMap<number, Buffer>
const picture = (pictures: Pictures, size: number): Buffer => pictures.get(size) ?? Buffer.alloc(0)

/** Windows' format: a table of pictures, then the pictures, which may be PNG since Vista. */
export function ico(pictures: Pictures): Buffer {
  const header = Buffer.alloc(ICO_HEADER + ICO_ENTRY * ICO.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(ICO.length, 4)
  let offset = header.length
  for (const [i, size] of ICO.entries()) {
    const { length } = picture(pictures, size)
    const at = ICO_HEADER + ICO_ENTRY * i
    header.writeUInt8(size % 256, at) // 256 is written as 0
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += length
  }
  return Buffer.concat([header, ...ICO.map((size) => picture(pictures, size))])
}

/** Apple's format: each picture behind its type and length. */
export function icns(pictures: Pictures): Buffer {
  const parts = ICNS.map(([type, size]) => {
    const png = picture(pictures, size)
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.write('icns', 'latin1')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}

/** Draws the icons of all systems from one drawing, into the folder that electron-builder looks in. */
export async function makeIcons(drawing: string, folder: string): Promise<void> {
  const svg = readFileSync(drawing)
  const pictures = new Map<number, Buffer>()
  rmSync(join(folder, 'icons'), { recursive: true, force: true })
  mkdirSync(join(folder, 'icons'), { recursive: true })
  for (const size of SIZES) {
    const png = await sharp(svg, { density: (72 * size) / 512 })
      .resize(size, size)
      .png()
      .toBuffer()
    pictures.set(size, png)
    writeFileSync(join(folder, 'icons', `${size}x${size}.png`), png)
  }
  writeFileSync(join(folder, 'icon.ico'), ico(pictures))
  writeFileSync(join(folder, 'icon.icns'), icns(pictures))
}
