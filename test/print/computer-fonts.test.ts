import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp, { type Sharp } from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { createPdf, finishPdf } from '../../electron/print/document.ts'
import type { Face } from '../../electron/print/fonts/face.ts'
import { filesFor, fontFolders, scriptOf } from '../../electron/print/fonts/font-files.ts'
import { LettersMissing, openLetters } from '../../electron/print/fonts/open-letters.ts'
import { renderReceiptPdf } from '../../electron/print/receipt-pdf.ts'
import { drawLeft, INK } from '../../electron/print/text.ts'
import { drawBy } from '../../electron/printers/draw-by.ts'
import { postingView, readerCalled } from '../support/postings.ts'
import { testStudio } from '../support/studio.ts'
import { readPdf } from './read-pdf.ts'
import { OPTIONS } from './samples.ts'

/** Names whose letters the application's own fonts lack: fonts of the computer draw them. The ones here have the letters of these names only. */

const FONTS = join(import.meta.dirname, 'fonts')
const letters = openLetters([FONTS])

const NAMES = [
  ['王小明', 'NotoSansCJKsc-Regular.otf'],
  ['김민수', 'NotoSansCJKsc-Regular.otf'],
  ['山田たなか', 'NotoSansCJKsc-Regular.otf'],
  ['สมชายน้ำ', 'NotoSansThai-Regular.ttf'],
  ['अमित शर्मा क्षत्रिय', 'NotoSansDevanagari-Regular.ttf'],
  ['রবীন্দ্রনাথ ঠাকুর', 'NotoSansBengali-Regular.ttf'],
  ['முத்துலட்சுமி', 'NotoSansTamil-Regular.ttf'],
] as const

const wasm = await readFile(fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm')))
const pdfium = await PDFiumLibrary.init({ wasmBinary: new Uint8Array(wasm).buffer })

/** A name alone on a page, as dots: four of them a point. */
async function drawn(name: string, faces: readonly Face[]) {
  const pdf = createPdf('A4', 'Name', new Date(0), faces)
  pdf.addPage()
  drawLeft(pdf, name, 20, 40, { font: 'regular', size: 32, color: INK })
  const opened = await pdfium.loadDocument(await finishPdf(pdf))
  const { data, width, height } = await opened.getPage(0).render({ scale: 2, render: 'bitmap' })
  opened.destroy()
  const raw = { width, height, channels: 4 } as const
  return trimmed(sharp(Buffer.from(data), { raw }).flatten({ background: '#fff' }).greyscale())
}

/** What is left without the paper around it. */
async function trimmed(picture: Sharp) {
  const flat = await picture.png().toBuffer()
  const { data, info } = await sharp(flat).trim({ threshold: 60 }).raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** The same by another library, HarfBuzz under Pango, which is the measure of how letters join. */
const byPango = (text: string, file: string) =>
  trimmed(
    sharp({
      text: {
        text,
        font: `${file
          .replace(/-Regular.*/, '')
          .replace('NotoSans', 'Noto Sans ')
          .replace('CJKsc', 'CJK SC')} 32`,
        fontfile: join(FONTS, file),
        dpi: 144,
      },
    })
      .flatten({ background: '#000' })
      .greyscale()
      .negate(),
  )

test.each(NAMES)(
  '%s is drawn with letters, joined and stacked as its script is, and none is a box',
  async (name, file) => {
    const faces = await letters.facesFor(name)
    expect(faces.map((face) => face.file)).toEqual([join(FONTS, file)])
    const [paper, boxes, measure] = await Promise.all([
      drawn(name, faces),
      drawn(name, []),
      byPango(name, file),
    ])
    expect(paper.data.equals(boxes.data)).toBe(false)
    // Unjoined, क्षत्रिय is half as wide again, and น้ำ has its marks beside it.
    expect(Math.abs(paper.width - measure.width) / measure.width).toBeLessThan(0.04)
    expect(Math.abs(paper.height - measure.height) / measure.height).toBeLessThan(0.06)
  },
)

test.each(['王小明', '김민수', '山田たなか'])(
  '%s reads back from the receipt as it is written',
  async (name) => {
    const posting = postingView()
    const faces = await letters.facesFor(name)
    const { text } = await readPdf(
      await renderReceiptPdf(posting, readerCalled(posting, `${name} Smith`), { ...OPTIONS, faces }),
    )
    expect(text.replaceAll('\n', '')).toContain(name)
    expect(text).toContain('Smith')
    expect(text).not.toContain('\0')
  },
)

test('a receipt without such a name is the same to the byte, whatever fonts the computer has', async () => {
  const posting = postingView()
  const plain = await renderReceiptPdf(posting, readerCalled(posting, 'Maria'), OPTIONS)
  const faces = await letters.facesFor('王小明')
  expect(await renderReceiptPdf(posting, readerCalled(posting, 'Maria'), { ...OPTIONS, faces })).toEqual(
    plain,
  )
})

/** How many dots wide what is black is. */
function inkWidth({ width, grey }: { readonly width: number; readonly grey: Uint8Array }): number {
  const columns = Array.from({ length: width }, (_, x) => x).filter((x) =>
    grey.some((value, at) => at % width === x && value < 128),
  )
  return (columns.at(-1) ?? 0) - (columns[0] ?? 0) + 1
}

test('a line for a roll is drawn by the font that was found', async () => {
  await letters.facesFor('王小明')
  const studio = testStudio()
  onTestFinished(() => studio.close())
  const lines = [{ left: '王小明', right: '', bold: false, large: false }]
  const boxes = await drawBy(studio, { fileFor: () => null })
    .lines(lines, 384)
    .catch(() => [])
  const [paper] = await drawBy(studio, letters).lines(lines, 384)
  if (paper === undefined) throw new Error('Nothing was drawn')
  expect(paper.grey).not.toEqual(boxes[0]?.grey)
  const measure = await byPango('王小明', 'NotoSansCJKsc-Regular.otf')
  expect(Math.abs(inkWidth(paper) / 21 - measure.width / 64)).toBeLessThan(0.15)
})

test('what no font has is named with its scripts, and goes out with boxes once it was let', async () => {
  const own = openLetters([FONTS])
  const paper = { holder: 'José 鈴木 မောင် 🏦', about: ['王', '12.50'] }
  await expect(own.facesFor(paper)).rejects.toMatchObject({
    letters: '鈴木မောင်🏦',
    scripts: ['CHINESE', 'OTHER'],
  })
  await expect(own.facesFor('鈴木 たなか')).rejects.toMatchObject({ scripts: ['JAPANESE'] })
  own.allowBoxes('鈴木', () => true)
  await expect(own.facesFor(paper)).rejects.toThrow('no font for letters')
  own.allowBoxes('鈴木မောင်🏦', () => true)
  expect(await own.facesFor('José 王')).toHaveLength(1)
  expect(await own.facesFor(paper)).toHaveLength(1)
  await expect(own.facesFor(paper)).rejects.toThrow('no font for letters')
})

test('leave for boxes is for the paper that was asked about: not for one that lacks less, nor after another, nor for somebody else', async () => {
  const own = openLetters([FONTS])
  own.allowBoxes('鈴木', () => true)
  await expect(own.facesFor('鈴')).rejects.toMatchObject({ letters: '鈴' })
  await expect(own.facesFor('鈴木')).rejects.toMatchObject({ letters: '鈴木' })
  let stays = true
  own.allowBoxes('鈴木', () => stays)
  stays = false
  await expect(own.facesFor('鈴木')).rejects.toMatchObject({ letters: '鈴木' })
})

test('fonts are taken from where only an administrator puts them, the plain weight of the right script first', () => {
  const files = ['/f/NotoSansCJK-Bold.ttc', '/f/NotoSerifCJK-Regular.ttc', '/f/NotoSansCJK-Regular.ttc']
  expect(filesFor('CHINESE', files)).toEqual(['/f/NotoSansCJK-Regular.ttc', '/f/NotoSerifCJK-Regular.ttc'])
  expect(filesFor('CHINESE', ['C:\\Windows\\Fonts\\msyhbd.ttc', 'C:\\Windows\\Fonts\\msyh.ttc'])[0]).toMatch(
    /msyh\.ttc$/,
  )
  expect(filesFor('DEVANAGARI', ['/f/Nirmala.ttc', '/f/NotoSansBengali-Regular.ttf'])).toEqual([
    '/f/Nirmala.ttc',
  ])
  // Its letters would stand in a wrong order: no font draws it here.
  expect(filesFor(scriptOf('မောင်'), ['/f/NotoSansMyanmar-Regular.ttf'])).toEqual([])
  for (const platform of ['linux', 'win32', 'darwin'] as const)
    expect(fontFolders(platform, { SystemRoot: 'C:\\Windows', HOME: '/home/t' }).join()).not.toMatch(
      /home|Users|~/i,
    )
})

// Whatever fonts this computer has: some of the names are drawn, the others asked about, and none is a box.
const ofComputer = openLetters(fontFolders(process.platform, process.env))
const PEOPLE = ['王小明', '김민수', 'สมชาย', 'अमित', 'محمد', 'דוד']

test.each(PEOPLE)('on this computer %s is drawn, or named as missing', async (name) => {
  const posting = postingView()
  const found = await ofComputer.facesFor(name).catch((error: unknown) => error)
  const faces = Array.isArray(found) ? await ofComputer.facesFor(name) : []
  const { text } = await readPdf(
    await renderReceiptPdf(posting, readerCalled(posting, name), { ...OPTIONS, faces }),
  )
  expect(text.includes('\0')).toBe(found instanceof LettersMissing)
})
