import { expect, test } from 'vitest'
import { drawQrCode } from '../../electron/services/sessions/draw-qr-code.ts'
import { readBarcode } from '../../electron/reading/barcode/read-barcode.ts'

/** The picture as the window draws it: eight pixels a square, with the quiet zone around it. */
function pictureOf({ size, path }: Awaited<ReturnType<typeof drawQrCode>>) {
  const [scale, quiet] = [8, 4]
  const side = (size + 2 * quiet) * scale
  const pixels = new Uint8Array(side * side).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    const [left, top] = [Number(x) + quiet, Number(y) + quiet].map((at) => at * scale) as [number, number]
    for (let row = top; row < top + scale; row++)
      pixels.fill(0, row * side + left, row * side + left + Number(length) * scale)
  }
  return { width: side, height: side, pixels }
}

test('what the window draws is read as the text that it stands for', async () => {
  const text =
    'otpauth://totp/CoreX%20Teller:m.diaz?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=CoreX%20Teller'
  const reading = await readBarcode(pictureOf(await drawQrCode(text)), 1, () => true)
  expect(reading).toMatchObject({ source: 'QR', text })
})
