import sharp, { type Sharp } from 'sharp'
import { afterEach, expect, test } from 'vitest'
import type { Corners } from '../../shared/reading/page.ts'
import { openStudio, type Studio } from '../../electron/studio/open-studio.ts'
import { pdfFile } from '../support/pdf.ts'
import { pngPicture } from '../support/png.ts'
import { startTestStudio } from '../support/studio.ts'

const open: Studio[] = []
afterEach(() => {
  for (const studio of open.splice(0)) studio.close()
})

/** A studio, and the processes that it has started. */
function watched() {
  const processes: ReturnType<typeof startTestStudio>[] = []
  const studio = openStudio(() => {
    const started = startTestStudio()
    processes.push(started)
    return started
  })
  open.push(studio)
  return { studio, processes }
}

const picture = () => new Uint8Array(pngPicture(60, 40))

/** The pages of what is expected to be taken. */
async function pagesOf(asked: ReturnType<Studio['prepare']>) {
  const answer = await asked
  if (!answer.ok || !('pages' in answer.output)) throw new Error(JSON.stringify(answer))
  return answer.output.pages
}

test('a picture becomes one page, and a PDF a page for each of its own, told one after the other', async () => {
  const { studio } = watched()
  expect(await pagesOf(studio.prepare({ content: picture() }))).toMatchObject([{ width: 60, height: 40 }])
  const told: string[] = []
  const content = new Uint8Array(await pdfFile({ pages: 3 }))
  const pages = await pagesOf(
    studio.prepare({ content }, { onProgress: (done, of) => told.push(`${done} of ${of}`) }),
  )
  expect(pages).toHaveLength(3)
  expect(told).toEqual(['1 of 3', '2 of 3', '3 of 3'])
})

test('colours of a PDF are those of its pages', async () => {
  const { studio } = watched()
  const red = await sharp({ create: { width: 90, height: 90, channels: 3, background: '#ff0000' } })
    .jpeg({ quality: 100 })
    .toBuffer()
  const [page] = await pagesOf(studio.prepare({ content: new Uint8Array(await pdfFile({ picture: red })) }))
  const { channels } = await sharp(page?.jpeg).stats()
  const [r = 0, g = 0, b = 0] = channels.map(({ mean }) => mean)
  expect(g).toBeCloseTo(b, 1)
  expect(r).toBeGreaterThan(g + 1)
})

test('what is cancelled ends at once, and the next request is answered by another process', async () => {
  const { studio, processes } = watched()
  const controller = new AbortController()
  const content = new Uint8Array(await pdfFile({ pages: 40 }))
  const long = studio.prepare(
    { content },
    { signal: controller.signal, onProgress: () => controller.abort() },
  )
  const next = studio.prepare({ content: picture() })
  expect(await long).toEqual({ ok: false, because: 'cancelled' })
  expect(await pagesOf(next)).toHaveLength(1)
  expect(processes).toHaveLength(2)
})

test('a process that ends over what earlier files left in its memory is begun anew, and the file is taken', async () => {
  const { studio, processes } = watched()
  await pagesOf(studio.prepare({ content: picture() }))
  const content = new Uint8Array(await pdfFile({ pages: 3 }))
  const pages = await pagesOf(studio.prepare({ content }, { onProgress: () => processes[0]?.kill() }))
  expect(pages).toHaveLength(3)
  expect(processes).toHaveLength(2)
})

test('a request that was cancelled before its turn starts nothing', async () => {
  const { studio, processes } = watched()
  const signal = AbortSignal.abort()
  expect(await studio.prepare({ content: picture() }, { signal })).toEqual({
    ok: false,
    because: 'cancelled',
  })
  expect(processes).toEqual([])
})

test('a process that ends over a file is said so, and replaced', async () => {
  const { studio, processes } = watched()
  const content = new Uint8Array(await pdfFile({ pages: 40 }))
  const asked = studio.prepare({ content }, { onProgress: () => processes[0]?.kill() })
  expect(await asked).toEqual({ ok: false, because: 'ended' })
  expect(await pagesOf(studio.prepare({ content: picture() }))).toHaveLength(1)
  expect(processes).toHaveLength(2)
})

test('this process answers others while the studio draws', async () => {
  const { studio } = watched()
  await studio.prepare({ content: picture() })
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  await studio.prepare({ content: new Uint8Array(await pdfFile({ pages: 5, sheets: true })) })
  clearInterval(timer)
  expect(longest).toBeLessThan(1000)
})

/** A white sheet with a dark quadrilateral on it, whose upper left corner is red. */
async function sheet(corners: Corners): Promise<Uint8Array> {
  const points = corners.map((point) => point.join(',')).join(' ')
  const [[x, y]] = corners
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="500"><rect width="600" height="500" fill="#fff"/>
    <polygon points="${points}" fill="#335"/><circle cx="${x + 40}" cy="${y + 40}" r="25" fill="#f00"/></svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 95 }).toBuffer())
}

/** The mean colour of a square of a page. */
async function colourAt(jpeg: Uint8Array, left: number, top: number): Promise<number[]> {
  const part = await sharp(jpeg).extract({ left, top, width: 8, height: 8 }).raw().toBuffer()
  return [0, 1, 2].map((channel) => part.filter((_, i) => i % 3 === channel).reduce((a, b) => a + b, 0) / 64)
}

test('a page is cut to its four corners, seen from straight above, and turned', async () => {
  const { studio } = watched()
  const corners: Corners = [
    [100, 80],
    [500, 120],
    [480, 420],
    [90, 380],
  ]
  const asked = await studio.adjust({ jpeg: await sheet(corners), corners, quarters: 1 })
  if (!asked.ok) throw new Error(asked.because)
  const { jpeg, width, height } = asked.output.page
  expect([width, height]).toEqual([301, 402])
  // No white of the sheet is left in its corners, and what was at the upper left is at the upper right.
  for (const [x, y] of [
    [2, 2],
    [290, 2],
    [290, 390],
    [2, 390],
  ] as const)
    expect((await colourAt(jpeg, x, y))[0]).toBeLessThan(110)
  expect((await colourAt(jpeg, 258, 36))[0]).toBeGreaterThan(200)
})

const jpegOf = async (image: Sharp) => new Uint8Array(await image.jpeg({ quality: 95 }).toBuffer())

test('says of a page what makes it hard to read', async () => {
  const { studio } = watched()
  const faultsOf = async (jpeg: Uint8Array) => (await pagesOf(studio.prepare({ content: jpeg })))[0]?.faults
  const lines = Array.from(
    { length: 60 },
    (_, i) => `<text x="60" y="${40 + i * 24}" font-size="18">Storgatan ${i} and more words in a line</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1100" height="1500"><rect width="1100" height="1500" fill="#d8d8d8"/>${lines.join('')}</svg>`
  const letter = sharp(Buffer.from(svg)).flatten()
  expect(await faultsOf(await jpegOf(letter.clone()))).toEqual([])
  expect(await faultsOf(await jpegOf(letter.clone().blur(6)))).toEqual(['BLURRED'])
  expect(await faultsOf(await jpegOf(letter.clone().linear(0.2, 0)))).toEqual(['DARK'])
  expect(await faultsOf(await jpegOf(letter.clone().resize(500)))).toContain('SMALL')
  const spot = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="1100" height="1500"><circle cx="500" cy="500" r="300" fill="#fff"/></svg>',
  )
  expect(await faultsOf(await jpegOf(letter.clone().composite([{ input: spot }])))).toEqual(['GLARE'])
})
