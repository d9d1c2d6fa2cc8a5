import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { readAamva } from '../../electron/reading/barcode/aamva.ts'
import { readBarcode } from '../../electron/reading/barcode/read-barcode.ts'
import { greyOf } from '../../electron/studio/pages/grey-of.ts'

/** A licence as its barcode says it (AAMVA DL/ID Card Design Standard, annex D), with these elements. */
const licence = (elements: readonly string[], subfile = 'DL', version = '09') =>
  `@\n\u001e\rANSI 636000${version}0002${subfile}00410278ZV03190008${subfile}${elements.join('\n')}\rZVZVA01\r`

const DRIVER = [
  'DAQT64235789',
  'DCSSAMPLE',
  'DDEN',
  'DACMICHAEL',
  'DDFN',
  'DADJOHN',
  'DDGN',
  'DCUJR',
  'DBD06062018',
  'DBB06061986',
  'DBA12102034',
  'DBC1',
  'DCGUSA',
]

const textsOf = (elements: readonly string[], subfile?: string, version?: string) => {
  const { fields = {} } = readAamva(licence(elements, subfile, version)) ?? {}
  return Object.fromEntries(Object.entries(fields).map(([field, read]) => [field, read.text]))
}
/** The licence with one element said otherwise. */
const otherwise = (element: string) =>
  DRIVER.map((each) => (each.startsWith(element.slice(0, 3)) ? element : each))

describe('the elements of a licence', () => {
  test('are the fields of the forms, and nothing vouches for them', () => {
    const read = readAamva(licence(DRIVER))
    expect(read?.version).toBe('09')
    expect(textsOf(DRIVER)).toEqual({
      documentNumber: 'T64235789',
      expiresAt: '2034-12-10',
      issuer: 'US',
      surname: 'SAMPLE',
      givenNames: 'MICHAEL',
      dateOfBirth: '1986-06-06',
      sex: 'M',
    })
    expect(Object.values(read?.fields ?? {}).map(({ vouched }) => vouched)).not.toContain('DIGIT')
  })

  test('of an identity card are read as well', () => {
    expect(textsOf(DRIVER, 'ID')).toMatchObject({ documentNumber: 'T64235789', surname: 'SAMPLE' })
  })

  test('of Canada have the year first', () => {
    const canadian = otherwise('DCGCAN').map((each) => each.replace('DBB06061986', 'DBB19860607'))
    expect(textsOf(canadian)).toMatchObject({ dateOfBirth: '1986-06-07', issuer: 'CA' })
  })

  test('of older versions have other names', () => {
    const old = ['DAQ123', 'DABSAMPLE', 'DCTMICHAEL,JOHN', 'DBB06061986', 'DBCM']
    expect(textsOf(old, 'DL', '01')).toMatchObject({
      surname: 'SAMPLE',
      givenNames: 'MICHAEL JOHN',
      sex: 'M',
    })
  })

  test.each([
    ['DBB02301986', 'dateOfBirth'],
    ['DBBunavl', 'dateOfBirth'],
    ['DBC7', 'sex'],
    ['DCGXXX', 'issuer'],
    ['DAQ', 'documentNumber'],
  ])('that say %s leave %s out', (element, field) => {
    expect(Object.keys(textsOf(otherwise(element)))).not.toContain(field)
  })

  test.each(['', 'ANSI', 'https://example.org/ANSI', 'M1SAMPLE/MICHAEL   E1ABCDEF'])(
    'are not in %j, which is no licence',
    (text) => expect(readAamva(text)).toBeNull(),
  )
})

const file = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm')))
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(file).buffer } })

/** A page with this code, turned by so many degrees. */
async function page(text: string, format: 'PDF417' | 'QRCode' | 'Code128', degrees = 0): Promise<Uint8Array> {
  const { image, error } = await writeBarcode(text, { format, scale: 4 })
  if (image === null) throw new Error(error)
  const code = sharp(Buffer.from(await image.arrayBuffer())).flatten({ background: '#fff' })
  const turned = await code.rotate(degrees, { background: '#fff' }).png().toBuffer()
  const around = { top: 120, bottom: 260, left: 150, right: 90, background: '#eee' }
  return new Uint8Array(await sharp(turned).extend(around).jpeg({ quality: 80 }).toBuffer())
}
const read = async (jpeg: Uint8Array, mayGoOn = () => true) => readBarcode(await greyOf(jpeg), 2, mayGoOn)

describe('a picture', () => {
  test.each([0, 4, -5, 90, 180])('of a licence that lies at %i degrees is read', async (degrees) => {
    const reading = await read(await page(licence(DRIVER), 'PDF417', degrees))
    expect(reading).toMatchObject({ source: 'AAMVA', format: '09', page: 2 })
    expect(reading?.fields.surname?.text).toBe('SAMPLE')
  })

  test('of a QR code gives its text, control characters as they are, and no field', async () => {
    const text = 'https://example.org/?a=1\nsecond line'
    const expected = { source: 'QR', format: '', page: 2, fields: {}, text }
    expect(await read(await page(text, 'QRCode'))).toEqual(expected)
  })

  test.each([
    ['a PDF417 that is no licence', 'some ticket', 'PDF417'],
    ['a code of another kind', 'SAMPLE-123', 'Code128'],
  ] as const)('of %s gives nothing', async (_, text, format) => {
    expect(await read(await page(text, format))).toBeNull()
  })

  test('of a code that is half covered gives nothing wrong', async () => {
    const jpeg = await page(licence(DRIVER), 'PDF417')
    const { width, height } = await sharp(jpeg).metadata()
    const cover = { create: { width: width >> 1, height, channels: 3 as const, background: '#888' } }
    const covered = sharp(jpeg).composite([{ input: cover, left: 0, top: 0 }])
    expect(await read(new Uint8Array(await covered.jpeg().toBuffer()))).toBeNull()
  })

  test('is not looked at when the time is over', async () => {
    expect(await read(await page('text', 'QRCode'), () => false)).toBeNull()
  })
})
