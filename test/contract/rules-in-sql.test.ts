import { afterAll, beforeAll, expect, test } from 'vitest'
import { TYPES_FOR, NEEDS, needOf } from '../../shared/rules/documents.ts'
import { isPrintable } from '../../shared/rules/plain-text.ts'
import { E164, readPhone } from '../../shared/rules/phone.ts'
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

test('what makes a customer approvable: the types of document for each need', async () => {
  const rule = await text(`pg_get_functiondef('corex.follow_documents()'::regprocedure)`)
  const lists = [...rule.matchAll(/document_type IN \(([^)]*)\)/g)].map(([, list = '']) => quoted(list))
  expect(lists).toEqual(NEEDS.map((need) => sorted(TYPES_FOR[need])))
})

test('every document type proves something', async () => {
  const types = await text(`array_to_string(enum_range(NULL::corex.document_type), ',')`)
  const known = NEEDS.flatMap((need) => TYPES_FOR[need])
  expect(sorted(known)).toEqual(sorted(types.split(',')))
  expect(known.map((type) => TYPES_FOR[needOf(type)].some((one) => one === type))).not.toContain(false)
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
})

test('a phone number is read in the customer’s country unless it names its own', () => {
  expect(readPhone('070-174 06 05', 'SE')).toBe('+46701740605')
  expect(readPhone('+46 70 174 06 05', 'DE')).toBe('+46701740605')
  expect(readPhone('12', 'SE')).toBeNull()
  expect(readPhone('070-174 06 05', 'XX')).toBeNull()
})
