import { expect, test } from 'vitest'
import { tellingWords } from './telling-words.ts'

const word = (typed: string, listed: string, percent: number) => ({ typed, listed, percent })

test('two words that are compared as one are told once, and the one alone where it is more alike', () => {
  const [mei, tanaka] = [word('mei', 'mei', 100), word('tanaka', 'tanaka', 100)]
  expect(tellingWords([mei, word('meitanaka', 'tanaka', 71), tanaka])).toEqual([mei, tanaka])
  const joined = [
    word('al', 'alhashimi', 40),
    word('alhashimi', 'alhashimi', 100),
    word('hashimi', 'alhashimi', 80),
  ]
  expect(tellingWords(joined)).toEqual(joined)
})
