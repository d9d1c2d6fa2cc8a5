import sharp from 'sharp'
import { expect, test } from 'vitest'
import { checkContent } from '../../electron/studio/check/check-content.ts'
import { pictureSize } from '../../shared/rules/picture-size.ts'
import type { MediaType } from '../../shared/rules/uploaded-file.ts'
import { jpegPicture } from '../support/jpeg.ts'
import { pdfFile, plainPdf } from '../support/pdf.ts'
import { pngHeaderOf, pngPicture } from '../support/png.ts'

const codeOf = async (content: Uint8Array, type: MediaType) => {
  const checked = await checkContent(new Uint8Array(content), type)
  return checked.ok ? 'taken' : checked.error.code
}

const PNG = 'image/png'
const JPEG = 'image/jpeg'
const PDF = 'application/pdf'

test('a whole picture and a whole PDF are taken', async () => {
  expect(await codeOf(pngPicture(33, 17), PNG)).toBe('taken')
  expect(await codeOf(jpegPicture(), JPEG)).toBe('taken')
  expect(await codeOf(await pdfFile({ pages: 3 }), PDF)).toBe('taken')
})

test('a PDF that is locked with a password is refused by name', async () => {
  expect(await codeOf(await pdfFile({ userPassword: 'secret' }), PDF)).toBe('FILE_HAS_PASSWORD')
})

test('a JPEG of three bytes, and one that was cut off anywhere, is refused as damaged', async () => {
  expect(await codeOf(Uint8Array.of(0xff, 0xd8, 0xff), JPEG)).toBe('FILE_DAMAGED')
  const whole = jpegPicture()
  for (let length = 2; length < whole.length; length += 1)
    expect([length, await codeOf(whole.subarray(0, length), JPEG)]).toEqual([length, 'FILE_DAMAGED'])
})

/** A photograph of that size: soft spots, as a camera takes them. */
const photograph = (width: number, height: number) => {
  const noise = Buffer.from(
    Uint8Array.from({ length: width * height * 3 }, (_, at) => (at * 7919 + at / 97) % 256),
  )
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .blur(2)
    .jpeg({ quality: 85 })
    .toBuffer()
}

/** The middle of it replaced by that. */
const withMiddle = (whole: Buffer, middle: Buffer) =>
  Buffer.concat([whole.subarray(0, whole.length / 2), middle, whole.subarray(whole.length / 2 + 500)])

test('a JPEG that is damaged in the middle is refused, also within a PDF', async () => {
  const whole = await photograph(400, 300)
  expect(await codeOf(whole, JPEG)).toBe('taken')
  for (const middle of [Buffer.alloc(0), Buffer.alloc(500), Buffer.alloc(500, 0xff)])
    expect(await codeOf(withMiddle(whole, middle), JPEG)).toBe('FILE_DAMAGED')
  expect(await codeOf(await pdfFile({ picture: whole }), PDF)).toBe('taken')
  const damaged = withMiddle(whole, Buffer.alloc(500))
  expect(await codeOf(await pdfFile({ picture: damaged }), PDF)).toBe('FILE_DAMAGED')
})

/** The same picture in grey, or in the four colours of print. */
const inColours = async (colours: 'b-w' | 'cmyk', width: number, height: number) =>
  sharp(await photograph(width, height))
    .toColourspace(colours)
    .jpeg({ quality: 90 })
    .toBuffer()

test.each(['b-w', 'cmyk'] as const)(
  'a JPEG in %s within a PDF is taken whole, and refused where it was cut off or overwritten',
  async (colours) => {
    const whole = await inColours(colours, 200, 150)
    expect(await codeOf(await pdfFile({ picture: whole }), PDF)).toBe('taken')
    for (const damaged of [whole.subarray(0, whole.length * 0.7), withMiddle(whole, Buffer.alloc(500, 0xff))])
      expect(await codeOf(await pdfFile({ picture: damaged }), PDF)).toBe('FILE_DAMAGED')
  },
)

test('a scan of a page in the four colours of print within a PDF is read in the time that a file may take', async () => {
  // Beyond the limit of a minute it would be refused as damaged.
  expect(await codeOf(await pdfFile({ picture: await inColours('cmyk', 1240, 1754) }), PDF)).toBe('taken')
})

test('a JPEG with bytes that a camera left before its end is taken', async () => {
  const whole = await photograph(40, 30)
  const end = whole.length - 2
  expect(
    await codeOf(Buffer.concat([whole.subarray(0, end), Buffer.alloc(7), whole.subarray(end)]), JPEG),
  ).toBe('taken')
})

test('a PNG that was cut off, changed in one byte, or has too few pixels is refused as damaged', async () => {
  const whole = pngPicture(20, 20)
  for (const length of [8, 33, 60, whole.length - 12, whole.length - 1])
    expect(await codeOf(whole.subarray(0, length), PNG)).toBe('FILE_DAMAGED')
  for (let at = 8; at < whole.length; at += 7) {
    const changed = Buffer.from(whole)
    changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at)
    expect([at, await codeOf(changed, PNG)]).toEqual([at, 'FILE_DAMAGED'])
  }
  const taller = Buffer.concat([pngHeaderOf(20, 21), whole.subarray(pngHeaderOf(20, 20).length)])
  expect(await codeOf(taller, PNG)).toBe('FILE_DAMAGED')
})

test('a PDF that was cut off, and one that is only a beginning, is refused as damaged', async () => {
  const whole = await pdfFile()
  expect(await codeOf(whole.subarray(0, whole.length / 2), PDF)).toBe('FILE_DAMAGED')
  expect(await codeOf(Buffer.from('%PDF-1.7'), PDF)).toBe('FILE_DAMAGED')
})

const WORD = 'BT /F 12 Tf 20 10 Td (Ana) Tj ET'

test('a PDF whose page is garbled, wholly or from somewhere on, is refused and does not pass as an empty page', async () => {
  expect(await codeOf(plainPdf([WORD]), PDF)).toBe('taken')
  expect(await codeOf(plainPdf([WORD, '']), PDF)).toBe('taken')
  expect(await codeOf(plainPdf(['Qx7#~ zz ]] << (']), PDF)).toBe('FILE_DAMAGED')
  expect(await codeOf(plainPdf([`${WORD} xk@9 q1`]), PDF)).toBe('FILE_DAMAGED')
  const packed = await pdfFile()
  const content = packed.indexOf('stream\n', packed.indexOf('/FlateDecode')) + 7
  for (const from of [content, content + 20])
    expect(await codeOf(Buffer.from(packed).fill(0xa5, from, from + 40), PDF)).toBe('FILE_DAMAGED')
})

test('a PDF without a page, and one on which nothing is drawn, is refused as empty', async () => {
  expect(await codeOf(plainPdf([]), PDF)).toBe('FILE_EMPTY')
  expect(await codeOf(plainPdf(['', 'q Q']), PDF)).toBe('FILE_EMPTY')
})

const picture = (size: number, filter: string) =>
  `<< /Type /XObject /Subtype /Image /Width ${size} /Height ${size} /ColorSpace /DeviceGray
  /BitsPerComponent 8 /Filter /${filter} /Length 12 >>\nstream\nnot a picture\nendstream`

test('a picture of too many pixels within a PDF is refused by its size, and one that cannot be decoded as damaged', async () => {
  expect(await codeOf(plainPdf(['/X Do'], picture(20_000, 'RunLengthDecode')), PDF)).toBe(
    'FILE_TOO_MANY_PIXELS',
  )
  expect(await codeOf(plainPdf(['/X Do'], picture(20, 'DCTDecode')), PDF)).toBe('FILE_DAMAGED')
  expect(await codeOf(plainPdf(['/X Do'], picture(20, 'JPXDecode')), PDF)).toBe('FILE_DAMAGED')
})

test('a PDF of more than fifty pages is refused by name', async () => {
  expect(await codeOf(await pdfFile({ pages: 50 }), PDF)).toBe('taken')
  expect(await codeOf(await pdfFile({ pages: 51 }), PDF)).toBe('FILE_TOO_MANY_PAGES')
})

test('a picture of 20,000 by 20,000 pixels is refused by its header, before any pixel takes memory', async () => {
  const bomb = pngHeaderOf(20_000, 20_000)
  expect(pictureSize(bomb)).toEqual({ width: 20_000, height: 20_000 })
  expect(await codeOf(bomb, PNG)).toBe('FILE_TOO_MANY_PIXELS') // there is nothing after the header that could be decoded
  expect(await codeOf(pngHeaderOf(20_001, 1), PNG)).toBe('FILE_TOO_MANY_PIXELS')
})

test('the size of a JPEG is read from its frame header', () => {
  expect(pictureSize(jpegPicture())).toEqual({ width: 8, height: 8 })
})
