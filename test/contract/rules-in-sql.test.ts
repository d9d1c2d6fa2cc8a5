import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMPANY_PROOFS, TYPES_FOR, NEEDS, needOf, SPECIMENS } from '../../shared/rules/documents.ts'
import { readEmail } from '../../shared/rules/email.ts'
import { isPrintable } from '../../shared/rules/plain-text.ts'
import { E164, EXTENSION, readPhone } from '../../shared/rules/phone.ts'
import { cleanName, cleanText, hasLetter, mixedLetter } from '../../shared/rules/text.ts'
import { MAX_FILE_BYTES, MEDIA_TYPES } from '../../shared/rules/uploaded-file.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

/** Rules that the database enforces and the application repeats: both say the same. */

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function text(sql: string): Promise<string> {
  const { rows } = await database.superuser.query<{ text: string }>(`SELECT ${sql} AS text`)
  return rows[0]?.text ?? ''
}

const constraint = (name: string) =>
  text(`(SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = '${name}')`)

const byText = (a: string, b: string) => a.localeCompare(b)
const sorted = (words: readonly string[]) => words.toSorted(byText)
const quoted = (sql: string) => [...sql.matchAll(/'([^']*)'/g)].map(([, word = '']) => word).toSorted(byText)

const listed = (column: string) =>
  text(
    `(SELECT array_to_string(${column}, ',') FROM corex.kyc_policies WHERE branch_id IS NULL AND risk = 'LOW')`,
  )

test('what makes a customer approvable: the types of document for each need', async () => {
  const lists = [await listed('identity_types'), await listed('address_types')].map((list) =>
    sorted(list.split(',')),
  )
  expect(lists).toEqual(NEEDS.map((need) => sorted(TYPES_FOR[need])))
})

test('every document type proves something, or is a specimen of a person', async () => {
  const types = await text(`array_to_string(enum_range(NULL::corex.document_type), ',')`)
  const known = NEEDS.flatMap((need) => TYPES_FOR[need])
  expect(sorted([...known, ...COMPANY_PROOFS, ...SPECIMENS])).toEqual(sorted(types.split(',')))
  for (const need of NEEDS) for (const type of TYPES_FOR[need]) expect(needOf(type)).toBe(need)
  expect(COMPANY_PROOFS.map(needOf)).toEqual(['identity'])
  expect(SPECIMENS.map(needOf)).toEqual([null, null])
})

test('the media types and the size of an uploaded file', async () => {
  expect(quoted(await constraint('kyc_files_media_type'))).toEqual(sorted(MEDIA_TYPES))
  expect(await constraint('kyc_files_byte_size')).toContain(`<= ${MAX_FILE_BYTES}`)
})

test('what text may hold: the database refuses the characters that the contract refuses', async () => {
  const pattern = /'(.*)'/.exec(await constraint('tills_name_printable'))?.[1] ?? ''
  for (let code = 1; code < 0x300; code += 1) {
    const { rows } = await database.superuser.query<{ harmful: boolean }>('SELECT $1 ~ $2 AS harmful', [
      String.fromCodePoint(code),
      pattern,
    ])
    expect(rows[0]?.harmful, `U+${code.toString(16)}`).toBe(!isPrintable(String.fromCodePoint(code)))
  }
})

test('the shape of a phone number', async () => {
  expect(quoted(await constraint('customers_phone_e164'))).toEqual([E164.source])
  expect(quoted(await constraint('customers_phone_extension_digits'))).toEqual([EXTENSION.source])
})

test('a phone number is read in the customer’s country unless it names its own', () => {
  const read = { number: '+46701740605', extension: null }
  expect(readPhone('070-174 06 05', 'SE')).toEqual(read)
  expect(readPhone('+46 70 174 06 05', 'DE')).toEqual(read)
  expect(readPhone('12', 'SE')).toBeNull()
  expect(readPhone('070-174 06 05', 'XX')).toBeNull()
})

/** Every character that there is, but the halves of surrogate pairs and what PostgreSQL cannot store. */
const CHARACTERS = Array.from({ length: 0x10ffff }, (_, n) => n + 1)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))

test('which characters are invisible, and which are blanks: of all that there are', async () => {
  const { rows } = await database.superuser.query<{ invisible: string; blank: string }>(
    `SELECT string_agg(c, '' ORDER BY n) FILTER (WHERE without_invisible(c) = '') AS invisible,
       string_agg(c, '' ORDER BY n) FILTER (WHERE in_one_line(c) = '') AS blank
     FROM unnest($1::text[]) WITH ORDINALITY AS all_of_them (c, n)`,
    [
      CHARACTERS.filter(
        (character) => !/[\p{L}\p{N}\p{Co}]/u.test(character) || /[\u115F-\u3164\uFFA0]/u.test(character),
      ),
    ],
  )
  const blank = CHARACTERS.filter((character) => /[\p{White_Space}\p{Cc}]/u.test(character))
  const invisible = CHARACTERS.filter((character) =>
    /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(character),
  )
  expect(rows).toEqual([{ invisible: invisible.join(''), blank: blank.join('') }])
})

const TEXTS = [
  ' Ana\u00A0\t Eriksson ',
  'A\u200Bn\u00ADna',
  'Å\u0308ström',
  'Ａｎａ ﬁ',
  'Аnna',
  'Анна Иванова',
  'Νικόλαος Papas',
  'Հայк',
  'O’Brien-Núñez',
  '김정은',
  'محمد علي',
  'สมชาย',
  '山田太郎',
  '---',
  '12',
  '',
]

test('the form in which free text and names are kept, and what is no name', async () => {
  for (const typed of TEXTS) {
    const { rows } = await database.superuser.query(
      `SELECT clean_text($1) AS text, clean_name($1) AS name, mixed_letter($1) AS mixed, $1 ~ '[[:alpha:]]' AS letter`,
      [typed],
    )
    const same = {
      text: cleanText(typed),
      name: cleanName(typed),
      mixed: mixedLetter(typed),
      letter: hasLetter(typed),
    }
    expect(rows, typed).toEqual([same])
  }
})

test('the form in which an e-mail address is kept', async () => {
  for (const typed of ['Ana@Example.test', ' Ａna\u200B@BÜCHER.example', 'иван@ПОЧТА.рф']) {
    expect(await text(`clean_email('${typed}')`), typed).toBe(readEmail(typed))
  }
  for (const wrong of ['ana', 'ana@localhost', 'ana@xn--bcher-kva.example'])
    await expect(text(`clean_email('${wrong}')`), wrong).rejects.toMatchObject({ constraint: 'email_shape' })
  expect(readEmail('ana@xn--bcher-kva.example')).toBe('ana@bücher.example')
  expect(readEmail('ana@xn--\u0001.example')).toBeNull()
})
