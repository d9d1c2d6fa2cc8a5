import { expect, test } from 'vitest'
import { setNumberFormat } from '../i18n/amounts.ts'
import { readEntry } from './keypad.ts'
import { entryOf, inNewFormat, leaveEntry, pressKey, typeText, valueOf, type Entry } from './keypad-entry.ts'

/** Presses keys one after the other, as in `3 0 + 2 0`, on an empty field. */
const press = (keys: string): Entry =>
  keys
    .split(' ')
    .reduce(
      (entry, key) => pressKey(entry, key, 'USD') ?? typeText(entry, `${entry.text}${key}`),
      entryOf(''),
    )

test.each([
  ['1 k', '1k', '1000.00'],
  ['1 k 5', '1k5', '1k5'],
  ['3 0 + 2 0', '20', '50.00'],
  ['3 0 +', '', '30.00 +'],
  ['3 0 + 2 0 =', '50', '50.00'],
  ['3 0 + 2 0 Enter', '50', '50.00'],
  ['3 0 + 2 0 Escape', '30.00', '30.00'],
  ['3 0 + 2 0 = 7', '507', '507.00'],
  ['+ 5', '5', '5.00'],
])('the keys %s show %s, and the form holds "%s"', (keys, text, value) => {
  const entry = press(keys)
  expect(entry.text).toBe(text)
  expect(valueOf(entry, 'USD')).toBe(value)
})

test('Enter and Escape belong to the form unless a calculation is open', () => {
  expect(pressKey(entryOf('500'), 'Enter', 'USD')).toBeNull()
  expect(pressKey(entryOf('500'), 'Escape', 'USD')).toBeNull()
})

test('a key that can do nothing changes nothing', () => {
  const entry = entryOf('five')
  expect(pressKey(entry, '+', 'USD')).toBe(entry)
  expect(pressKey(entry, '=', 'USD')).toBe(entry)
})

test('typing after a finished calculation removes its tape, within an open one keeps it', () => {
  expect(press('3 0 + 2 0 =').tape.printed).toBe('30.00 + 20.00 =')
  expect(press('3 0 + 2 0 = 7').tape.printed).toBe('')
  expect(press('3 0 + 2 0').tape.printed).toBe('30.00 +')
})

test('leaving finishes a calculation and writes the amount in full; text that is not an amount stays as typed', () => {
  expect(leaveEntry(press('1 5 0 0'), 'USD').text).toBe('1,500.00')
  expect(leaveEntry(press('1 5 0 0 + 5'), 'USD')).toEqual(entryOf('1,505.00'))
  expect(leaveEntry(press('1 k'), 'USD').text).toBe('1,000.00')
  expect(leaveEntry(entryOf('five'), 'USD').text).toBe('five')
})

test('100+ that is left is no amount, and typing 50 later is 50 and not 150', () => {
  const left = leaveEntry(press('1 0 0 +'), 'USD')
  expect(left).toEqual(entryOf('100.00 +'))
  expect(valueOf(left, 'USD')).toBe('100.00 +')
  expect(valueOf(typeText(left, '50'), 'USD')).toBe('50.00')
})

test('clearing the field drops the sum that it was part of', () => {
  expect(typeText(press('1 0 0 + 5'), '')).toEqual(entryOf(''))
})

test('Ctrl+Enter in the middle of a sum posts its result, which the form holds already', () => {
  expect(valueOf(press('1 0 0 + 5 0'), 'USD')).toBe('150.00')
})

test('after a change of the number format a typed amount is the same one or none, and an open sum goes on', () => {
  const open = press('1 2 3 4 . 5 0 + 2 0')
  const left = leaveEntry(entryOf('1204.5'), 'USD')
  setNumberFormat('COMMA_POINT')
  expect(inNewFormat(open)).toMatchObject({ text: '20', tape: { printed: '1.234,50 +' } })
  expect(valueOf(inNewFormat(open), 'USD')).toBe('1254,50')
  expect(inNewFormat(left)).toEqual(entryOf('1,204.50'))
  expect(valueOf(inNewFormat(left), 'USD')).toBe('1,204.50')
  expect(readEntry('1,204.50', 'USD')).toMatchObject({ ok: false, error: { code: 'AMOUNT_OTHER_FORMAT' } })
  expect(valueOf(inNewFormat(entryOf('1204')), 'USD')).toBe('1204,00')
  setNumberFormat('POINT_COMMA')
})
