import { expect, test } from 'vitest'
import { fullPage, type Page } from './full-page.ts'

/** A list of which each call looks at two rows and finds the even ones. */
function listOf(rows: number) {
  const asked: (string | null)[] = []
  const read = (before: string | null, limit: number): Promise<Page<number>> => {
    asked.push(before)
    const from = before === null ? 0 : Number(before)
    const found = [from + 1, from + 2].filter((row) => row % 2 === 0 && row <= rows).slice(0, limit)
    return Promise.resolve({ rows: found, next: from + 2 < rows ? String(from + 2) : null })
  }
  return { read, asked }
}

const waiting = new AbortController().signal

test('goes on looking where a page of the database found too little, until it is full or the list ends', async () => {
  const long = listOf(100)
  expect(await fullPage(long.read, null, 3, waiting)).toEqual({ rows: [2, 4, 6], next: '6' })
  expect(long.asked).toEqual([null, '2', '4'])
  expect(await fullPage(listOf(5).read, '2', 3, waiting)).toEqual({ rows: [4], next: null })
})

test('stops looking for whoever does not wait any more, and says how far it came', async () => {
  const { read, asked } = listOf(100)
  expect(await fullPage(read, null, 3, AbortSignal.abort())).toEqual({ rows: [2], next: '2' })
  expect(asked).toHaveLength(1)
})
