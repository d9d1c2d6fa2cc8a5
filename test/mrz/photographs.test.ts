import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { greyOf } from '../../electron/studio/pages/grey-of.ts'
import { ownNetwork } from '../../electron/reading/mrz/own-network.ts'
import { readMrz } from '../../electron/reading/mrz/read-mrz.ts'
import { textAt } from '../../shared/mrz/formats.ts'
import { readFields } from '../../shared/mrz/read-fields.ts'
import { judgeField } from '../../shared/mrz/vouched.ts'
import { testStudio } from '../support/studio.ts'
import truth from './photographs/truth.json' with { type: 'json' }

// Drawn by tools/mrz/photograph from the seed 77: no document of anybody's. How well the reader does in general is in docs/documents.md.

const studio = testStudio()
afterAll(() => studio.close())

const jpegOf = (file: string) => readFileSync(fileURLToPath(new URL(`photographs/${file}`, import.meta.url)))
const photographs = Object.entries(truth).map(([file, said]) => ({ file, ...said }))
const read = async (jpeg: Uint8Array) => readMrz(ownNetwork(), await greyOf(jpeg), () => true)

test.each(photographs)('$file: the lines and the way up', { timeout: 60_000 }, async ({ file, lines }) => {
  const found = await read(jpegOf(file))
  expect(found?.lines).toEqual(lines)
})

const first = 'good-2.jpg'
test.each([90, 180, 270])('turned by %i degrees it reads the same', { timeout: 60_000 }, async (degrees) => {
  const turned = await sharp(jpegOf(first)).rotate(degrees).jpeg({ quality: 90 }).toBuffer()
  const found = await read(turned)
  expect(found?.lines).toEqual(truth[first].lines)
  expect(found?.quarters).toBe((4 - degrees / 90) % 4)
})

test('what is vouched for is right, whatever else is not', { timeout: 120_000 }, async () => {
  for (const { file, format, lines } of photographs) {
    const found = await read(await sharp(jpegOf(file)).blur(1.6).jpeg({ quality: 40 }).toBuffer())
    if (found === null || (format !== 'TD1' && format !== 'TD2' && format !== 'TD3')) continue
    const right = readFields(format, lines).fields
    for (const [field, own] of Object.entries(found.fields)) {
      if (judgeField(own, found.seen).vouching !== 'vouched') continue
      const expected = Object.entries(right).find(([name]) => name === field)?.[1]
      expect([file, field, own.text]).toEqual([file, field, expected?.text])
    }
  }
})

test(
  'nothing is read where there is no zone, within the time that a page may take',
  { timeout: 60_000 },
  async () => {
    const lines = Array.from(
      { length: 40 },
      (_, i) => `<text x="60" y="${60 + i * 30}">A bill of Storgatan ${i}</text>`,
    )
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1400" font-size="20"><rect width="1000" height="1400" fill="#eee"/>${lines.join('')}</svg>`
    const jpeg = new Uint8Array(await sharp(Buffer.from(svg)).jpeg().toBuffer())
    const answer = await studio.read({ pages: [jpeg], today: '2026-11-26' })
    expect(answer).toEqual({ ok: true, output: { readings: [] } })
  },
)

test('the studio reads a passport in the words of the forms, each field with what vouches for it', async () => {
  const answer = await studio.read({ pages: [new Uint8Array(jpegOf('ordinary-3.jpg'))], today: '2026-11-26' })
  if (!answer.ok) throw new Error(answer.because)
  const [reading] = answer.output.readings
  const number = textAt(truth['ordinary-3.jpg'].lines, { line: 1, from: 0, to: 9 }).replace(/<+$/, '')
  expect(reading).toMatchObject({
    source: 'MRZ',
    format: 'TD3',
    page: 1,
    fields: {
      documentNumber: { text: number, vouched: 'DIGIT' },
      expiresAt: { text: '2029-12-18', vouched: 'DIGIT' },
      surname: { vouched: 'NONE' },
      nationality: { vouched: 'NONE' },
    },
  })
})
