import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { booksFaults } from '../e2e/support/books.ts'
import { expectSoon } from './expect-soon.ts'
import type { Eyes } from './monkey-eyes.ts'
import { type Posting, postingsOf, type watchNotes } from './window-ledger.ts'

type Facts = {
  readonly userData: string
  readonly eyes: Eyes
  readonly notes: ReturnType<typeof watchNotes>
  /** Of what was posted before. */
  readonly before: ReadonlySet<string>
}

/**
 * What is wrong once every outcome is known: what is in the ledger, what was noted before it was sent, what the window showed as posted and
 * what somebody confirmed are the same postings, none twice and none lost, and the books balance.
 */
export async function monkeyFaults({ userData, eyes, notes, before }: Facts): Promise<string[]> {
  const postings = await postingsOf(userData, before)
  const isNoted = ({ key }: Posting) => notes.keys.has(key)
  await expectSoon('the notes of all postings were seen', () => postings.every(isNoted))
  const completed = postings.filter(({ status }) => status === 'COMPLETED')
  const references = new Set(completed.map(({ reference }) => reference))
  return [
    ...completed
      .filter(({ reference }) => !eyes.posted.has(reference))
      .map(say('is posted, and nobody was told')),
    ...[...eyes.posted]
      .filter((reference) => !references.has(reference))
      .map((reference) => `${reference} is not posted, and somebody was told that it is`),
    ...twice(postings).map(say('stands under a key that was used before')),
    ...unconfirmed(completed, eyes.confirmed).map(say('was posted without a press of its own')),
    ...(await booksFaults(userData)).map((fault) => JSON.stringify(fault)),
    ...logged(userData),
    ...eyes.faults,
  ]
}

const say = (what: string) => (posting: Posting) => `${JSON.stringify(posting)} ${what}`

const twice = (postings: readonly Posting[]) =>
  postings.filter(({ key }, n) => postings.findIndex((other) => other.key === key) !== n)

/** Each posting takes one press of its kind and amount; a button that had no room for the amount stands for any. */
function unconfirmed(completed: readonly Posting[], confirmed: readonly string[]): Posting[] {
  const left = new Map<string, number>()
  for (const label of confirmed) left.set(pressOf(label), (left.get(pressOf(label)) ?? 0) + 1)
  const take = (press: string) => {
    const count = left.get(press) ?? 0
    left.set(press, count - 1)
    return count > 0
  }
  return completed.filter(
    ({ type, cents, isReversal }) => !isReversal && !take(`${type} ${cents}`) && !take(type),
  )
}

function pressOf(label: string): string {
  const [, kind = '', amount] = /^Post (\w+)(?: of ([\d.,]+))?/.exec(label) ?? []
  const cents = amount === undefined ? '' : ` ${BigInt(amount.replaceAll(/[.,]/g, ''))}`
  return `${kind.toUpperCase()}${cents}`
}

/** Calls that the program itself failed: INTERNAL in the window. */
function logged(userData: string): string[] {
  const lines = readFileSync(join(userData, 'logs/corex-teller.log'), { encoding: 'utf8', flag: 'a+' }).split(
    '\n',
  )
  return lines.filter((line) => / failed: |did not start|unhandled/i.test(line))
}
