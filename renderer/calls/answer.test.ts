import { expect, test, vi } from 'vitest'
import { answerOf, bothOf, currentIf, known, LOADING, mapAnswer } from './answer.ts'

const asked = {
  data: undefined,
  failure: null,
  isFetching: false,
  isPlaceholderData: false,
  refetch: () => {},
}
const INTERNAL = { code: 'INTERNAL' } as const
const LOST = { code: 'SERVER_UNREACHABLE' } as const

test('a question that failed is unknown, whatever the failure, and can be asked again', () => {
  const refetch = vi.fn<() => void>()
  for (const failure of [INTERNAL, LOST, { code: 'NOT_SIGNED_IN' } as const]) {
    const answer = answerOf<string[]>({ ...asked, failure, refetch, isFetching: true })
    expect(answer).toMatchObject({ state: 'unknown', failure, asking: true })
    if (answer.state === 'unknown') answer.again()
  }
  expect(refetch).toHaveBeenCalledTimes(3)
  expect(answerOf(asked)).toBe(LOADING)
})

test('an answer stays when it cannot be read again; only the status bar says that the server is lost', () => {
  expect(answerOf({ ...asked, data: [] })).toEqual(known([]))
  expect(answerOf({ ...asked, data: [], failure: LOST })).toEqual(known([]))
  expect(answerOf({ ...asked, data: [], failure: INTERNAL })).toEqual({ ...known([]), failure: INTERNAL })
})

test('a refusal because the workstation was locked in that moment is no answer, and stays with nobody who unlocks', () => {
  const LOCKED = { code: 'SESSION_LOCKED' } as const
  expect(answerOf({ ...asked, data: [], failure: LOCKED })).toEqual(known([]))
  expect(answerOf({ ...asked, failure: LOCKED })).toBe(LOADING)
})

test('the answer to the question before is not current', () => {
  expect(answerOf({ ...asked, data: [], isPlaceholderData: true })).toMatchObject({ current: false })
  expect(currentIf(false, known([]))).toMatchObject({ state: 'known', current: false })
  expect(currentIf(false, LOADING)).toBe(LOADING)
})

test('what is made of answers is known only when they are', () => {
  const loading = answerOf<number>(asked)
  const unknown = answerOf<number>({ ...asked, failure: INTERNAL })
  expect(mapAnswer(known(2), (n) => n + 1)).toEqual(known(3))
  expect(mapAnswer(unknown, (n) => n + 1)).toBe(unknown)
  expect(bothOf(known(1), known(2), (a, b) => a + b)).toEqual(known(3))
  expect(bothOf(known(1), unknown, (a, b) => a + b)).toBe(unknown)
  expect(bothOf(unknown, loading, (a, b) => a + b)).toBe(unknown)
  expect(bothOf(known(1), loading, (a, b) => a + b)).toBe(LOADING)
})
