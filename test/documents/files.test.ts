import { expect, test } from 'vitest'
import { checkContent } from '../../electron/services/documents/check-content.ts'
import { pictureSize } from '../../shared/rules/picture-size.ts'
import type { MediaType } from '../../shared/rules/uploaded-file.ts'
import { jpegPicture } from '../support/jpeg.ts'
import { pdfFile } from '../support/pdf.ts'
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

test('a PDF of more than fifty pages is refused by name', async () => {
  expect(await codeOf(await pdfFile({ pages: 50 }), PDF)).toBe('taken')
  expect(await codeOf(await pdfFile({ pages: 51 }), PDF)).toBe('FILE_TOO_MANY_PAGES')
})

test('a picture of 20,000 by 20,000 pixels is refused by its header, before any pixel takes memory', async () => {
  const bomb = pngHeaderOf(20_000, 20_000)
  expect(pictureSize(bomb)).toEqual({ width: 20_000, height: 20_000 })
  const before = performance.now()
  expect(await codeOf(bomb, PNG)).toBe('FILE_TOO_MANY_PIXELS')
  expect(performance.now() - before).toBeLessThan(1000)
  expect(await codeOf(pngHeaderOf(20_001, 1), PNG)).toBe('FILE_TOO_MANY_PIXELS')
})

test('the size of a JPEG is read from its frame header', () => {
  expect(pictureSize(jpegPicture())).toEqual({ width: 8, height: 8 })
})
