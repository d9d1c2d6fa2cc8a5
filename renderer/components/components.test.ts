import { describe, expect, test, vi } from 'vitest'
import { blankTape, operatorOf, pressEquals, pressOperator, timesThousand } from './keypad.ts'
import { roveTo } from '../keyboard/roving.ts'
import { bindingFor, dropLayer, keyName, liveLayers, putLayer, useKeyLayers } from '../keyboard/keys.ts'

/** Types numbers and operators in turn, as `300 + 200 =`, and returns the entry and the tape. */
function calculate(line: string, currency = 'USD') {
  let tape = blankTape
  let text = ''
  for (const word of line.split(' ')) {
    const operator = operatorOf(word)
    if (operator !== undefined) {
      const next = pressOperator(tape, text, operator, currency)
      if (next === null) return null
      tape = next
      text = ''
    } else if (word === '=') {
      const result = pressEquals(tape, text, currency)
      if (result === null) return null
      tape = result.tape
      text = result.text
    } else text = word
  }
  return { text, printed: tape.printed }
}

describe('the keypad', () => {
  test.each([
    ['1', '1000'],
    ['1.5', '1500'],
    ['2,000', '2000000'],
    ['0.01', '10'],
  ])('%sk is %s', (text, expected) => {
    expect(timesThousand(text, 'USD')).toBe(expected)
  })

  test.each(['', '0', 'abc', '1.234'])('k after "%s" does nothing', (text) => {
    expect(timesThousand(text, 'USD')).toBeNull()
  })

  test.each([
    ['300 + 200 =', '500', '300.00 + 200.00 ='],
    ['300 + 200 - 50.25 =', '449.75', '500.00 − 50.25 ='],
    ['20 x 12 =', '240', '20.00 × 12 ='],
    ['0.50 * 2.5 =', '1.25', '0.50 × 2.5 ='],
    ['100 - 300 =', '-200', '100.00 − 300.00 ='],
    ['9999999999999.99 - 0.01 =', '9999999999999.98', '9,999,999,999,999.99 − 0.01 ='],
  ])('%s gives %s and prints %s', (line, text, printed) => {
    expect(calculate(line)).toEqual({ text, printed })
  })

  test('a product that is no whole number of cents is not guessed', () => {
    expect(calculate('0.01 x 0.5 =')).toBeNull()
  })

  test('an operator after no number does nothing', () => {
    expect(calculate('+ 5 =')).toBeNull()
  })

  test('yen have no decimals', () => {
    expect(calculate('1500 + 500 =', 'JPY')).toEqual({ text: '2000', printed: '1,500 + 500 =' })
  })
})

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 4, 4],
  ['ArrowUp', 0, 0],
  ['End', 0, 4],
  ['Home', 3, 0],
  ['PageDown', 0, 4],
  ['x', 2, null],
])('%s from row %i of 5 moves to %s', (key, at, expected) => {
  expect(roveTo(key, at, 5)).toBe(expected)
})

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {},
) => keyName({ key, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held })
const layer = (id: string, name: string, run: () => void, over = {}) => ({
  id,
  bindings: { [name]: { label: id, run } },
  modal: false,
  everywhere: false,
  ...over,
})

describe('keys', () => {
  test('names are the same on every keyboard', () => {
    expect(press('k', { ctrlKey: true })).toBe('Ctrl+K')
    expect(press('k', { metaKey: true })).toBe('Ctrl+K')
    expect(press('Enter', { ctrlKey: true })).toBe('Ctrl+Enter')
    expect(press('F4')).toBe('F4')
    expect(press('+', { shiftKey: true })).toBe('+')
  })

  test('a screen goes before the frame, a modal layer hides both, and a renewed key does the new thing', () => {
    const [old, renewed, frame] = [vi.fn<() => void>(), vi.fn<() => void>(), vi.fn<() => void>()]
    putLayer(layer('screen', 'F4', old))
    putLayer(layer('frame', 'F4', frame, { everywhere: true }))
    const before = useKeyLayers.getState().layers
    putLayer(layer('screen', 'F4', renewed))
    expect(useKeyLayers.getState().layers).toBe(before) // nothing visible changed, so nobody draws anew
    bindingFor(before, 'F4')?.run()
    expect([old, renewed, frame].map((run) => run.mock.calls.length)).toEqual([0, 1, 0])
    putLayer({ id: 'lock', bindings: {}, modal: true, everywhere: false })
    expect(bindingFor(useKeyLayers.getState().layers, 'F4')).toBeUndefined()
    expect(liveLayers(useKeyLayers.getState().layers).map(({ id }) => id)).toEqual(['lock'])
    for (const id of ['screen', 'frame', 'lock']) dropLayer(id)
    expect(useKeyLayers.getState().layers).toEqual([])
  })
})
