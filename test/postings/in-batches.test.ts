import { DatabaseError } from 'pg'
import { expect, test } from 'vitest'
import { inBatches } from '../../electron/ledger/in-batches.ts'

/** What callers of one process share, without a server: who goes with whom, and what each one is told. */

type Item = { readonly key: string }
type Sent = { readonly keys: readonly string[]; readonly end: PromiseWithResolvers<void> }

const keyed = (...keys: string[]): Item[] => keys.map((key) => ({ key }))

/** A server that answers when the test says so; `done` is what an item comes to. */
function heldServer(done: (item: Item) => string = ({ key }) => `posted ${key}`) {
  const sent: Sent[] = []
  const hold = async (items: readonly Item[]) => {
    const end = Promise.withResolvers<void>()
    sent.push({ keys: items.map(({ key }) => key), end })
    await end.promise
  }
  const post = inBatches<Item, string>(
    async (item) => {
      await hold([item])
      return done(item)
    },
    async (items) => {
      await hold(items)
      return items.map((item) => () => done(item))
    },
  )
  /** Ends the calls that are under way, again and again until nothing is left. */
  const answerAll = async () => {
    for (let answered = 0; answered < sent.length; answered += 1) {
      sent[answered]?.end.resolve()
      await turn()
    }
  }
  return { sent, post, answerAll }
}

/** Lets everything go on that waits for nothing but its turn. */
const turn = () => new Promise<void>((resolve) => void setImmediate(resolve))

const outcomes = (asked: readonly Promise<string>[]) =>
  Promise.allSettled(asked).then((all) =>
    all.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason.message))),
  )

test('one alone is sent at once; what is asked for while two calls are under way goes together', async () => {
  const { sent, post, answerAll } = heldServer()
  const asked = keyed('a', 'b', 'c', 'd', 'e').map(post)
  expect(sent.map(({ keys }) => keys)).toEqual([['a'], ['b']])
  await answerAll()
  expect(sent.map(({ keys }) => keys)).toEqual([['a'], ['b'], ['c', 'd', 'e']])
  expect(await outcomes(asked)).toEqual(['posted a', 'posted b', 'posted c', 'posted d', 'posted e'])
})

test('the refusal of one is told to its caller alone', async () => {
  const { post, answerAll } = heldServer(({ key }) => {
    if (key === 'd') throw new Error('INSUFFICIENT_FUNDS')
    return `posted ${key}`
  })
  const asked = keyed('a', 'b', 'c', 'd', 'e').map(post)
  const told = outcomes(asked)
  await answerAll()
  expect(await told).toEqual(['posted a', 'posted b', 'posted c', 'INSUFFICIENT_FUNDS', 'posted e'])
})

test('two of the same key never go in one call', async () => {
  const { sent, post, answerAll } = heldServer()
  const asked = keyed('a', 'b', 'c', 'c', 'd').map(post)
  await answerAll()
  expect(sent.map(({ keys }) => keys)).toEqual([['a'], ['b'], ['c', 'd'], ['c']])
  expect(await outcomes(asked)).toHaveLength(5)
})

test('where the server undid a whole call, for a time-out or a cancellation, each one finds out for itself', async () => {
  const { sent, post, answerAll } = heldServer()
  const asked = keyed('a', 'b', 'c', 'd').map(post)
  const told = outcomes(asked)
  sent[0]?.end.resolve()
  await turn()
  sent[2]?.end.reject(new DatabaseError('canceling statement due to lock timeout', 0, 'error'))
  await turn()
  expect(sent.slice(3).map(({ keys }) => keys)).toEqual([['c'], ['d']])
  await answerAll()
  expect(await told).toEqual(['posted a', 'posted b', 'posted c', 'posted d'])
})

test('where the answer of a call is lost, nothing is known of any of its postings, and none is sent again', async () => {
  const { sent, post, answerAll } = heldServer()
  const asked = keyed('a', 'b', 'c', 'd').map(post)
  const told = outcomes(asked)
  sent[0]?.end.resolve()
  await turn()
  sent[2]?.end.reject(new Error('Connection terminated unexpectedly'))
  await turn()
  await answerAll()
  expect(sent).toHaveLength(3)
  expect(await told).toEqual([
    'posted a',
    'posted b',
    'Connection terminated unexpectedly',
    'Connection terminated unexpectedly',
  ])
})
