import { DatabaseError } from 'pg'

type Waiting<I, O> = {
  readonly item: I
  readonly done: (outcome: O) => void
  readonly failed: (error: unknown) => void
}

/** The database takes a thousand; a hundred hold their locks for some tens of milliseconds. */
const MOST = 100
/** While one call waits for the disk, the other one is worked on. */
const AT_ONCE = 2

/**
 * Lets what is asked for while calls are under way go to the server together. One alone is sent at once and waits for nothing. `one` sends
 * a single item, `many` several and answers in their order; both may be sent again, because each item has its key, and no two of
 * the same key go together.
 */
export function inBatches<I extends { readonly key: string }, O>(
  one: (item: I) => Promise<O>,
  many: (items: readonly I[]) => Promise<readonly (() => O)[]>,
): (item: I) => Promise<O> {
  let waiting: readonly Waiting<I, O>[] = []
  let underWay = 0

  const sendAlone = async ({ item, done, failed }: Waiting<I, O>) => {
    try {
      done(await one(item))
    } catch (error) {
      failed(error)
    }
  }

  const sendTogether = async (taken: readonly Waiting<I, O>[]) => {
    try {
      const outcomes = await many(taken.map(({ item }) => item))
      for (const [at, each] of taken.entries()) tell(each, outcomes[at])
    } catch (error) {
      // The server has undone all of it: each one finds out for itself. Without an answer, nothing is known of any.
      if (error instanceof DatabaseError) await Promise.all(taken.map(sendAlone))
      else for (const { failed } of taken) failed(error)
    }
  }

  const sendNext = async (): Promise<void> => {
    const [first, ...others] = distinct(waiting).slice(0, MOST)
    if (first === undefined || underWay >= AT_ONCE) return
    underWay += 1
    waiting = waiting.filter((each) => each !== first && !others.includes(each))
    await (others.length === 0 ? sendAlone(first) : sendTogether([first, ...others]))
    underWay -= 1
    void sendNext()
  }

  return (item) =>
    new Promise<O>((done, failed) => {
      waiting = [...waiting, { item, done, failed }]
      void sendNext()
    })
}

/** The first of each key. */
const distinct = <I extends { readonly key: string }, O>(waiting: readonly Waiting<I, O>[]) =>
  [...new Map(waiting.toReversed().map((each) => [each.item.key, each])).values()].toReversed()

function tell<I, O>({ done, failed }: Waiting<I, O>, outcome: (() => O) | undefined): void {
  try {
    if (outcome === undefined)
      throw new Error('The ledger answered fewer outcomes than it was given postings')
    done(outcome())
  } catch (error) {
    failed(error)
  }
}
