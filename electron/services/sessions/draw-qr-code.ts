import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A picture of squares: an SVG path in a square of so many units. */
export type QrPicture = { readonly size: number; readonly path: string }

/** A text as a QR code. The writer is loaded when the first one is drawn; its program is beside the package's own files. */
export async function drawQrCode(text: string): Promise<QrPicture> {
  const { prepareZXingModule, writeBarcode } = await import('zxing-wasm/writer')
  const file = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm')))
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(file).buffer } })
  const { symbol, error } = await writeBarcode(text, { format: 'QRCode', scale: 1, addQuietZones: false })
  if (error !== '') throw new Error(`The QR code was not drawn: ${error}`)
  return { size: symbol.width, path: pathOf(symbol.data, symbol.width) }
}

/** One stroke for each run of dark squares in a line. */
function pathOf(pixels: Uint8ClampedArray, size: number): string {
  const isDark = (x: number, y: number) => x < size && (pixels[y * size + x] ?? 255) < 128
  const strokes: string[] = []
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      if (!isDark(x, y)) continue
      let length = 1
      while (isDark(x + length, y)) length += 1
      strokes.push(`M${x} ${y}h${length}v1h-${length}z`)
      x += length
    }
  return strokes.join('')
}
