import { expect, test } from 'vitest'
import { makeCodec } from './codec.ts'

const { encode, decode } = makeCodec()
const roundTrip = (value: unknown) => decode(encode(value))

test('values arrive as structured clone would deliver them', () => {
  const value = {
    none: undefined,
    nil: null,
    big: 12n,
    nan: Number.NaN,
    infinite: -Infinity,
    day: new Date(86_400_000),
    map: new Map([['a', [1, 2]]]),
    set: new Set(['x']),
    bytes: Uint8Array.of(0, 127, 255),
    $: 'an own key that looks like a tag',
  }
  expect(roundTrip(value)).toStrictEqual(value)
})

test('an error keeps its name and message', () => {
  expect(roundTrip(new TypeError('no'))).toMatchObject({ name: 'TypeError', message: 'no' })
})

test('what structured clone refuses is refused', () => {
  const loop: { self?: unknown } = {}
  loop.self = loop
  for (const value of [() => 1, Symbol('s'), Promise.resolve(), loop, new WeakMap()]) {
    expect(() => encode(value)).toThrow('An object could not be cloned.')
  }
})
