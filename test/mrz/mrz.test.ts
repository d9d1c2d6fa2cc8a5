import { describe, expect, test } from 'vitest'
import { haveOneRemainder, mrzCheckDigit, remainderOf } from '../../shared/mrz/characters.ts'
import { birthDay, expiryDay } from '../../shared/mrz/dates.ts'
import { FORMAT_NAMES, formatOf } from '../../shared/mrz/formats.ts'
import { cellKinds, mayStand } from '../../shared/mrz/cells.ts'
import { compareName, readName } from '../../shared/mrz/names.ts'
import { readFields } from '../../shared/mrz/read-fields.ts'
import { judgeField, type SeenCell } from '../../shared/mrz/vouched.ts'
import { writeLines } from '../../shared/mrz/write-lines.ts'

/** The specimens of ICAO 9303: part 4 appendix A, part 6 and part 5. */
const PASSPORT = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
]
const CARD_OF_TWO_LINES = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6']
const CARD_OF_THREE_LINES = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
]
const LONG_NUMBER = [
  'I<UTOD23145890<7349<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<0',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
]
const texts = (name: 'TD1' | 'TD2' | 'TD3', lines: string[]) => {
  const { fields, isCompositeRight } = readFields(name, lines)
  const pairs = Object.entries(fields).map(([field, { text, digit }]) => [field, `${text} ${digit}`])
  return { ...Object.fromEntries(pairs), isCompositeRight }
}

describe('the specimens of the standard', () => {
  test('a passport is read field by field, each by its digit', () => {
    expect(texts('TD3', PASSPORT)).toEqual({
      code: 'P< none',
      issuer: 'UTO none',
      name: 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<< none',
      number: 'L898902C3 right',
      nationality: 'UTO none',
      birth: '740812 right',
      sex: 'F none',
      expiry: '120415 right',
      optional: 'ZE184226B<<<<< right',
      isCompositeRight: true,
    })
  })

  test.each([
    ['TD2', CARD_OF_TWO_LINES],
    ['TD1', CARD_OF_THREE_LINES],
  ] as const)('a card (%s) is read as the passport is', (name, lines) => {
    expect(texts(name, lines)).toMatchObject({
      number: 'D23145890 right',
      birth: '740812 right',
      expiry: '120415 right',
      nationality: 'UTO none',
      isCompositeRight: true,
    })
  })

  test('a number that is longer than nine goes on in the optional data, with its digit behind it', () => {
    expect(texts('TD1', LONG_NUMBER)).toMatchObject({ number: 'D23145890734 right' })
  })

  test('a number whose continuation is missing is contradicted, not cut', () => {
    const lines = [LONG_NUMBER[0]?.replace('7349', '<<<<') ?? '', ...LONG_NUMBER.slice(1)]
    expect(texts('TD1', lines)).toMatchObject({ number: 'D23145890 wrong' })
  })
})

describe.each(FORMAT_NAMES)('%s', (name) => {
  const written = writeLines(name, {
    code: name === 'TD3' ? 'P' : 'I',
    issuer: 'D',
    name: 'MUSTERMANN<<ERIKA',
    number: 'C01X00T47',
    nationality: 'D',
    birth: '640812',
    sex: 'F',
    expiry: '270228',
  })

  test('what is written has lines of the right length and is read with every digit right', () => {
    const { lines, columns } = formatOf(name)
    expect(written.map(({ length }) => length)).toEqual(Array.from({ length: lines }, () => columns))
    const { fields, isCompositeRight } = readFields(name, written)
    expect(isCompositeRight).toBe(true)
    expect(Object.values(fields).filter(({ digit }) => digit === 'wrong')).toEqual([])
  })

  test('every cell may hold what is written in it', () => {
    const kinds = cellKinds(name)
    for (const [line, text] of written.entries())
      for (const [column, character] of Array.from(text).entries())
        expect(mayStand(kinds[line]?.[column] ?? 'digit', character), `${line}:${column}`).toBe(true)
  })

  test('a character that has not the same remainder is seen by its digit', () => {
    const from = formatOf(name).fields.number?.at
    const line = written[from?.line ?? 0] ?? ''
    const wrong = line.slice(0, from?.from) + 'D' + line.slice((from?.from ?? 0) + 1)
    const lines = written.with(from?.line ?? 0, wrong)
    expect(readFields(name, lines).fields.number?.digit).toBe('wrong')
  })
})

test('a number of twelve is written in full where the format has room for it', () => {
  const lines = writeLines('TD2', { code: 'I', number: 'AB1234567890', birth: '800101', expiry: '300101' })
  expect(readFields('TD2', lines).fields.number).toMatchObject({ text: 'AB1234567890', digit: 'right' })
})

describe('remainders', () => {
  test.each(['0AKU<', '1BLV', '2CMW', '3DNX', '4EOY', '5FPZ', '6GQ', '7HR', '8IS', '9JT'])(
    'no digit tells the characters of %s apart',
    (alike) => {
      const [first = '', ...others] = alike
      for (const other of others) {
        expect(haveOneRemainder(first, other)).toBe(true)
        expect(mrzCheckDigit(`X${first}Y`)).toBe(mrzCheckDigit(`X${other}Y`))
      }
    },
  )
})

/** A cell in which one character was seen, and another a little. */
function cell(character: string, confidence: number, next = '<', nextConfidence = 0): SeenCell {
  const remainders = Array.from({ length: 10 }, () => 0)
  remainders[remainderOf(character)] = confidence
  remainders[remainderOf(next)] = (remainders[remainderOf(next)] ?? 0) + nextConfidence
  return { character, confidence, next, nextConfidence, remainders }
}
const seen = (text: string) => Array.from(text, (character) => cell(character, 0.99))

describe('what vouches for a field', () => {
  const number = readFields('TD3', PASSPORT).fields.number
  if (number === undefined) throw new Error('The specimen has a number.')

  test('its digit and each of its cells together', () => {
    expect(
      judgeField(
        number,
        PASSPORT.map((line) => seen(line)),
      ).vouching,
    ).toBe('vouched')
  })

  test('not the digit alone, where one cell was hardly seen', () => {
    const cells = PASSPORT.map((line) => seen(line))
    const line = cells[1]?.with(3, cell('9', 0.4, 'J', 0.3)) ?? []
    const judged = judgeField(number, cells.with(1, line))
    expect(judged).toMatchObject({ vouching: 'unvouched', ambiguous: [3] })
  })

  test('not the digit, where another likely character leaves the same remainder', () => {
    const cells = PASSPORT.map((line) => seen(line))
    const line = cells[1]?.with(3, cell('9', 0.8, 'J', 0.15)) ?? []
    expect(judgeField(number, cells.with(1, line))).toMatchObject({ vouching: 'unvouched', ambiguous: [3] })
  })

  test('not the digit, where two other likely characters fit it together', () => {
    // 0 and O are apart by 24, which the weights 7 and 3 make 240.
    const line = 'L898902C36UTO7408122F1204159ZE1007<<<<<<<<56'
    expect(mrzCheckDigit('ZE1007')).toBe(mrzCheckDigit('ZE1OO7'))
    const { optional } = readFields('TD3', PASSPORT.with(1, line)).fields
    if (optional === undefined) throw new Error('A passport has optional data.')
    const judged = (confidence: number) => {
      const cells = seen(line)
      for (const at of [31, 32]) cells[at] = cell('0', confidence, 'O', 1 - confidence)
      return judgeField(optional, [[], cells]).vouching
    }
    expect(judged(0.7)).toBe('unvouched')
    expect(judged(0.97)).toBe('vouched')
  })

  test('a wrong digit contradicts it, however sure the cells are', () => {
    const wrong = readFields('TD3', PASSPORT.with(1, PASSPORT[1]?.replace('L898', 'L897') ?? '')).fields
      .number
    if (wrong === undefined) throw new Error('The specimen has a number.')
    expect(
      judgeField(
        wrong,
        PASSPORT.map((line) => seen(line)),
      ).vouching,
    ).toBe('contradicted')
  })

  test('nothing vouches for a name', () => {
    const { name } = readFields('TD3', PASSPORT).fields
    if (name === undefined) throw new Error('The specimen has a name.')
    expect(
      judgeField(
        name,
        PASSPORT.map((line) => seen(line)),
      ).vouching,
    ).toBe('unvouched')
  })
})

describe('dates', () => {
  test.each([
    ['740812', '1974-08-12'],
    ['261126', '2026-11-26'],
    ['261127', '1926-11-27'],
    ['240230', null],
    ['8001<<', null],
  ])('a birth date %s is %s on 2026-11-26', (text, day) => {
    expect(birthDay(text, '2026-11-26')).toBe(day)
  })

  test.each([
    ['120415', '2012-04-15'],
    ['360101', '2036-01-01'],
    ['990101', '1999-01-01'],
    ['230229', null],
  ])('an expiry %s is %s', (text, day) => {
    expect(expiryDay(text, '2026-11-26')).toBe(day)
  })
})

describe('names', () => {
  test('the surname ends at the double filler', () => {
    expect(readName('VAN<DER<BERG<<JAN<PIETER<<<<<')).toEqual({
      surname: 'VAN DER BERG',
      given: 'JAN PIETER',
      mayBeCut: false,
    })
  })

  test('a person with one name has no given name', () => {
    expect(readName('SUKARNO<<<<<<')).toMatchObject({ surname: 'SUKARNO', given: '' })
  })

  test.each([
    ['Müller', 'MUELLER', 'same'],
    ['Müller', 'MULLER', 'same'],
    ['Müller', 'MUXXLLER', 'same'],
    ['O’Brien', 'OBRIEN', 'same'],
    ['Smith-Jones', 'SMITH JONES', 'same'],
    ['Łukasz', 'LUKASZ', 'same'],
    ['Weiß', 'WEISS', 'same'],
    ['Þórður', 'THORDUR', 'same'],
    ['Nguyễn', 'NGUYEN', 'same'],
    ['Miller', 'MUELLER', 'different'],
    ['Иванов', 'IVANOV', 'unknown'],
  ] as const)('%s and %s are %s', (typed, read, outcome) => {
    expect(compareName(typed, read, false)).toBe(outcome)
  })

  test('a name that was cut is the same as far as it goes, and only then', () => {
    expect(compareName('Papandropoulous Nilavadhanananda', 'PAPANDROPOULOUS NILAVADHA', true)).toBe('same')
    expect(compareName('Papandropoulous Nilavadhanananda', 'PAPANDROPOULOUS NILAVADHA', false)).toBe(
      'different',
    )
  })
})
