import { deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { MAX_FILE_BYTES } from '../../shared/rules/uploaded-file.ts'
import { jpegPicture } from '../support/jpeg.ts'
import { pdfFile, plainPdf } from '../support/pdf.ts'
import { chunk, pngHeaderOf, pngPicture } from '../support/png.ts'

/** Stands in every file that may be taken, where no pixel is: it must not be in what is kept. */
export const PLANTED = '<script>alert("planted")</script>'

type Made = { readonly content: Uint8Array; readonly expect: string }
export type HostileFile = { readonly name: string; readonly make: () => Made | Promise<Made> }

const file = (name: string, expect: string, make: () => Uint8Array | Promise<Uint8Array>): HostileFile => ({
  name,
  make: async () => ({ content: new Uint8Array(await make()), expect }),
})
const refused = (code: string) => (name: string, make: () => Uint8Array | Promise<Uint8Array>) =>
  file(name, code, make)
const harmless = refused('taken')
const damaged = refused('FILE_DAMAGED')
const notAllowed = refused('FILE_TYPE_NOT_ALLOWED')

const text = (content: string) => Buffer.from(content, 'latin1')
const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#d8d0c8' } })
const bytesOf = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex')

/** A PNG that says it is so large, with compressed data for exactly that. */
function packedPng(width: number, height: number, bits: number, type: number, bytesPerPixel: number): Buffer {
  const header = pngHeaderOf(width, height).subarray(0, 8)
  const facts = Buffer.alloc(13)
  facts.writeUInt32BE(width, 0)
  facts.writeUInt32BE(height, 4)
  facts.set([bits, type, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc(height * (width * bytesPerPixel + 1)), { level: 9 })
  return Buffer.concat([header, chunk('IHDR', facts), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

/** The chunk behind the header of a small picture. */
const pngWith = (type: string, data: Buffer) => {
  const whole = pngPicture(20, 20)
  return Buffer.concat([whole.subarray(0, 33), chunk(type, data), whole.subarray(33)])
}

/** A segment behind the first marker of a small picture. */
const jpegWith = (marker: number, data: Buffer) => {
  const whole = jpegPicture()
  const head = Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255])
  return Buffer.concat([whole.subarray(0, 2), head, data, whole.subarray(2)])
}

const WORD = 'BT /F 12 Tf 20 10 Td (Ana) Tj ET'
/** A PDF of one page whose catalogue, or page, has more in it. */
const pdfWith = (catalogue: string, page = '', content = WORD) =>
  text(
    plainPdf([content])
      .toString('latin1')
      .replace('/Type /Catalog', `/Type /Catalog ${catalogue}`)
      .replace('/Type /Page /Parent', `/Type /Page ${page} /Parent`),
  )
const box = (sizes: string) => text(plainPdf([WORD]).toString('latin1').replace('0 0 200 40', sizes))

const types: readonly HostileFile[] = [
  refused('FILE_EMPTY')('no byte at all', () => Buffer.alloc(0)),
  refused('FILE_TOO_LARGE')('500 MB', () => Buffer.alloc(500 * 1024 * 1024)),
  refused('FILE_TOO_LARGE')('a byte too many', () => Buffer.alloc(MAX_FILE_BYTES + 1)),
  notAllowed('text that is called a picture', () => text('not a picture')),
  notAllowed('a program', () => Buffer.concat([text('MZ'), Buffer.alloc(600)])),
  notAllowed('a program of Linux', () => Buffer.concat([bytesOf('7f 45 4c 46 02 01 01'), Buffer.alloc(600)])),
  notAllowed('HTML', () => text(`<!doctype html><html>${PLANTED}</html>`)),
  notAllowed('HTML before a picture', () => Buffer.concat([text(PLANTED), jpegPicture()])),
  notAllowed('SVG with a script', () => text(`<svg xmlns="http://www.w3.org/2000/svg">${PLANTED}</svg>`)),
  notAllowed('SVG that reads a file', () =>
    text(
      `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>`,
    ),
  ),
  notAllowed('packed SVG', () => gzipSync(text('<svg xmlns="http://www.w3.org/2000/svg"/>'))),
  notAllowed('GIF', () => flat(20, 20).gif().toBuffer()),
  notAllowed('TIFF', () => flat(20, 20).tiff().toBuffer()),
  notAllowed('AVIF', () => bytesOf('0000001c 66747970 61766966 00000000 61766966 6d696631 00000000')),
  notAllowed('HEIC', () => bytesOf('0000001c 66747970 68656963 00000000 68656963 6d696631 00000000')),
  notAllowed('JPEG 2000', () => bytesOf('0000000c 6a502020 0d0a870a 00000014 66747970 6a703220')),
  notAllowed('BMP', () => Buffer.concat([text('BM'), Buffer.alloc(100)])),
  notAllowed('Photoshop', () => Buffer.concat([text('8BPS'), Buffer.alloc(100)])),
  notAllowed('an archive', () => Buffer.concat([bytesOf('504b0304 1400'), Buffer.alloc(100)])),
  notAllowed('a packed gigabyte', () => gzipSync(Buffer.alloc(200 * 1024 * 1024))),
  notAllowed('PostScript', () => text('%!PS-Adobe-3.0\nshowpage')),
]

/** What is drawn of a large picture is read too, which takes as long as it is large: they are wide and low. */
const pictures: readonly HostileFile[] = [
  refused('FILE_TOO_MANY_PIXELS')('a PNG of 400 megapixels', () =>
    Buffer.concat([pngHeaderOf(20_000, 20_000), pngPicture(8, 8).subarray(33)]),
  ),
  refused('FILE_TOO_MANY_PIXELS')('a PNG that is 30,000 pixels wide', () =>
    Buffer.concat([pngHeaderOf(30_000, 1), pngPicture(8, 8).subarray(33)]),
  ),
  refused('FILE_TOO_MANY_PIXELS')('a JPEG whose header says 65,535 by 65,535', () => {
    const whole = Buffer.from(jpegPicture())
    whole.fill(0xff, whole.indexOf(bytesOf('ffc0')) + 5, whole.indexOf(bytesOf('ffc0')) + 9)
    return whole
  }),
  harmless('a PNG of 49 megapixels in a few kilobytes', () => packedPng(16_000, 3062, 8, 2, 3)),
  harmless('a PNG of 25 megapixels with 16 bits and transparency', () => packedPng(10_000, 2500, 16, 6, 8)),
  harmless('a JPEG of 49 megapixels', () => flat(16_000, 3062).jpeg().toBuffer()),
  harmless('16 bits', () => flat(40, 30).toColourspace('rgb16').png().toBuffer()),
  harmless('the four colours of print', () => flat(40, 30).toColourspace('cmyk').jpeg().toBuffer()),
  harmless('grey', () => flat(40, 30).toColourspace('b-w').jpeg().toBuffer()),
  harmless('transparency', () =>
    sharp({ create: { width: 40, height: 30, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer(),
  ),
  harmless('a script in EXIF', () =>
    flat(40, 30)
      .jpeg()
      .withExif({ IFD0: { ImageDescription: PLANTED, Copyright: PLANTED } })
      .toBuffer(),
  ),
  harmless('a place in EXIF, and turned', () =>
    flat(40, 30)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD3: { GPSLatitude: '59/1 20/1 0/1' } })
      .toBuffer(),
  ),
  harmless('a script in a comment of a JPEG', () => jpegWith(0xfe, text(PLANTED))),
  harmless('a script in a segment of a JPEG', () => jpegWith(0xed, text(`Photoshop 3.0\0${PLANTED}`))),
  harmless('XMP with a script', () => jpegWith(0xe1, text(`http://ns.adobe.com/xap/1.0/\0${PLANTED}`))),
  harmless('a script in a text of a PNG', () => pngWith('tEXt', text(`Comment\0${PLANTED}`))),
  harmless('a script in an unknown chunk', () => pngWith('scRi', text(PLANTED))),
  harmless('HTML behind a JPEG', () => Buffer.concat([jpegPicture(), text(PLANTED)])),
  harmless('an archive behind a PNG', () =>
    Buffer.concat([pngPicture(20, 20), bytesOf('504b0304'), text(PLANTED)]),
  ),
  harmless('a PDF behind a JPEG', () => Buffer.concat([jpegPicture(), plainPdf([WORD]), text(PLANTED)])),
  damaged('a JPEG of three bytes', () => bytesOf('ffd8ff')),
  damaged('a JPEG cut in its header', () => jpegPicture().subarray(0, 100)),
  damaged('a JPEG cut in its pixels', () => jpegPicture().subarray(0, -10)),
  damaged('a JPEG cut at its last byte', () => jpegPicture().subarray(0, -1)),
  damaged('a JPEG overwritten in the middle', async () => {
    const whole = await flat(200, 200).jpeg().toBuffer()
    return Buffer.from(whole).fill(0xff, Math.floor(whole.length / 2), Math.floor(whole.length / 2) + 60)
  }),
  notAllowed('a PNG that is only a signature', () => pngPicture(8, 8).subarray(0, 8)),
  damaged('a PNG cut in its pixels', () => pngPicture(20, 20).subarray(0, 60)),
  damaged('a PNG cut at its last byte', () => pngPicture(20, 20).subarray(0, -1)),
  damaged('a PNG with a wrong checksum', () => {
    const whole = Buffer.from(pngPicture(20, 20))
    whole[50] = (whole[50] ?? 0) ^ 1
    return whole
  }),
  damaged('a PNG with fewer pixels than it says', () =>
    Buffer.concat([pngHeaderOf(20, 21), pngPicture(20, 20).subarray(33)]),
  ),
  damaged('a PNG with more data than pixels', () => {
    const data = deflateSync(Buffer.alloc(300 * 1024 * 1024), { level: 9 })
    return Buffer.concat([pngHeaderOf(8, 8), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
  }),
]

/** A WebP whose first chunk says that it is so large. */
async function webpOf(width: number, height: number): Promise<Buffer> {
  const whole = await flat(20, 20)
    .webp()
    .withExif({ IFD0: { Copyright: PLANTED } })
    .toBuffer()
  whole.writeUIntLE(width - 1, 24, 3)
  whole.writeUIntLE(height - 1, 27, 3)
  return whole
}
const webp = () => flat(200, 160).webp({ lossless: true }).toBuffer()

const webps: readonly HostileFile[] = [
  harmless('a WebP', () => flat(20, 20).webp().toBuffer()),
  harmless('a WebP without loss', webp),
  harmless('a WebP with a script in EXIF', () => webpOf(20, 20)),
  harmless('a WebP of 49 megapixels', () => flat(7000, 7000).webp({ effort: 0 }).toBuffer()),
  harmless('HTML behind a WebP', async () => Buffer.concat([await webp(), text(PLANTED)])),
  harmless('a WebP that moves', () => {
    const two = {
      create: { width: 20, height: 40, pageHeight: 20, channels: 3, background: '#d8d0c8' },
    } as const
    return sharp(two)
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer()
  }),
  refused('FILE_TOO_MANY_PIXELS')('a WebP that says it is 16 million pixels wide', () =>
    webpOf(1 << 24, 1 << 24),
  ),
  damaged('a WebP that says it is larger than its picture', () => webpOf(900, 900)),
  damaged('a WebP that is only a beginning', async () => (await webp()).subarray(0, 24)),
  damaged('a WebP cut in its pixels', async () => (await flat(20, 20).webp().toBuffer()).subarray(0, -8)),
]

const documents: readonly HostileFile[] = [
  harmless('a PDF with a script that runs when it is opened', () =>
    pdfWith(`/OpenAction << /S /JavaScript /JS (app.alert\\('planted'\\)) >>`),
  ),
  harmless('a PDF that starts a program', () =>
    pdfWith('/OpenAction << /S /Launch /F (C:\\\\Windows\\\\calc.exe) >>'),
  ),
  harmless('a PDF that sends a form', () =>
    pdfWith('/OpenAction << /S /SubmitForm /F (https://example.test) >>'),
  ),
  harmless('a PDF with a script on its page', () =>
    pdfWith('', `/AA << /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >>`),
  ),
  harmless('a PDF that only its owner may print', async () => pdfFile()),
  harmless('HTML behind a PDF', () => Buffer.concat([plainPdf([WORD]), text(PLANTED)])),
  harmless('a page a kilometre wide', () => box('0 0 2834645 566929')),
  harmless('a page as thin as a hair', () => box('0 0 20000 1')),
  harmless('a page with a box that is upside down', () => box('200 40 0 0')),
  harmless('a page with a box of nothing', () => box('0 0 0 0')),
  refused('FILE_HAS_PASSWORD')('a locked PDF', () => pdfFile({ userPassword: 'secret' })),
  refused('FILE_EMPTY')('a PDF without a page', () => plainPdf([])),
  refused('FILE_EMPTY')('a PDF on which nothing is drawn', () => plainPdf(['q Q'])),
  refused('FILE_TOO_MANY_PAGES')('a PDF of more than fifty pages', () => pdfFile({ pages: 51 })),
  refused('FILE_TOO_MANY_PIXELS')('a PDF with a picture of 400 megapixels', () =>
    plainPdf(
      ['/X Do'],
      '<< /Type /XObject /Subtype /Image /Width 20000 /Height 20000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /RunLengthDecode /Length 2 >>\nstream\nab\nendstream',
    ),
  ),
  damaged('a PDF that is only a beginning', () => text('%PDF-1.7')),
  damaged('a PDF cut in half', async () => {
    const whole = await pdfFile()
    return whole.subarray(0, whole.length / 2)
  }),
  damaged('a PDF whose page is garbled', () => plainPdf(['Qx7#~ zz ]] << ('])),
  file('a PDF whose pages hold each other', 'any', () =>
    text(plainPdf([WORD]).toString('latin1').replace('/Kids [5 0 R]', '/Kids [2 0 R]')),
  ),
  file('a PDF that draws itself', 'any', () =>
    plainPdf(
      ['/X Do'],
      '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream',
    ),
  ),
  file('a PDF with a page of 300 packed megabytes', 'any', () => {
    const packed = deflateSync(Buffer.alloc(300 * 1024 * 1024, 0x20), { level: 9 })
    return Buffer.concat([
      text(
        `%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >> endobj\n4 0 obj << /Filter /FlateDecode /Length ${packed.length} >> stream\n`,
      ),
      packed,
      text('\nendstream endobj\ntrailer << /Size 5 /Root 1 0 R >>\n%%EOF'),
    ])
  }),
  file('a PDF that saves its state over and over', 'any', () => plainPdf(['q '.repeat(20_000)])),
]

/** Files that are no document, or more than one: each is refused by name or made harmless. */
export const HOSTILE_FILES: readonly HostileFile[] = [...types, ...pictures, ...webps, ...documents]
