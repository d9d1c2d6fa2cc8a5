import { expect, test } from 'vitest'
import { readArguments } from '../../tools/demo/arguments.ts'

test('a number of customers is enough; the rest follows', () => {
  expect(readArguments(['--customers', '1000'])).toEqual({
    ok: true,
    value: { customers: 1000, postings: 5000, seed: 1, dataFolder: null },
  })
})

test.each([
  ['no customers', [], /how many customers/],
  ['too few', ['--customers', '5'], /from 20 to/],
  ['not a number', ['--customers', 'many'], /from 20 to/],
  ['a broken number', ['--customers', '1e3'], /from 20 to/],
  ['negative postings', ['--customers', '20', '--postings=-1'], /--postings/],
  ['no folder', ['--customers', '20', '--data='], /--data/],
  ['an unknown option', ['--customers', '20', '--force'], /Unknown option/],
  ['a stray word', ['--customers', '20', 'now'], /Unexpected argument/],
])('%s is refused with a sentence', (_, args, reason) => {
  expect(readArguments(args)).toMatchObject({
    ok: false,
    error: { code: 'ARGUMENT_INVALID', details: { reason: expect.stringMatching(reason) } },
  })
})
