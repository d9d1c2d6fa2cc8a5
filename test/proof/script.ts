import type { Command } from './commands.ts'
import { runCommands } from './model.ts'
import type { Proof } from './proof.ts'

const withdraw = (from: number, cents: number): Command => ({
  do: 'post',
  who: 'teller',
  type: 'WITHDRAWAL',
  from,
  to: 0,
  cents,
})
const deposit = (to: number, cents: number, who: 'teller' | 'teller2' = 'teller'): Command => ({
  do: 'post',
  who,
  type: 'DEPOSIT',
  from: 0,
  to,
  cents,
})
const transfer = (from: number, to: number, cents: number) => ({ type: 'TRANSFER', from, to, cents }) as const
const change = (what: 'freeze' | 'unfreeze', account: number): Command => ({
  do: 'status',
  change: what,
  who: 'supervisor',
  account,
})
const decide = (decision: 'approve' | 'approve own' | 'decline'): Command => ({
  do: 'decide',
  posting: 0,
  decision,
})

/** What rarely meets by chance, each as a sequence of its own. The accounts and tills are those of the model. */
const SCENES: Readonly<Record<string, readonly Command[]>> = {
  'what waits holds its funds, is assessed anew, and is approved by somebody else': [
    withdraw(0, 30_001),
    withdraw(1, 30_001),
    decide('approve own'),
    change('freeze', 1),
    decide('approve'),
    change('unfreeze', 1),
    withdraw(1, 30_001),
    { do: 'hold', account: 1, cents: 30_000 },
    withdraw(1, 20_000),
    decide('decline'),
    withdraw(1, 30_000),
    withdraw(1, 30_001),
    { do: 'nextDay', days: 1 },
  ],
  'limits of a day are those of all postings of the day': [
    deposit(1, 20_000),
    deposit(1, 20_000, 'teller2'),
    deposit(2, 39_000),
    deposit(0, 39_000),
    deposit(2, 39_000),
    // Within the limits of both accounts, and above the teller's.
    deposit(1, 29_000),
    deposit(2, 30_000),
  ],
  'an approved posting has the fee beside it, rounded': [
    deposit(0, 35_000, 'teller2'),
    { do: 'post', who: 'teller', type: 'TRANSFER', from: 0, to: 1, cents: 5_555 },
    { do: 'post', who: 'teller', type: 'TRANSFER', from: 0, to: 1, cents: 35_001 },
    decide('approve'),
    { do: 'again', posting: 1, changed: 'amount' },
    { do: 'again', posting: 1, changed: 'description' },
    { do: 'again', posting: 1, changed: 'nothing' },
  ],
  'several in one call go in their order, and none on a counted till': [
    withdraw(2, 28_000),
    {
      do: 'batch',
      who: 'teller',
      items: [transfer(2, 1, 2_000), transfer(2, 1, 4_000), transfer(2, 1, 2_300)],
    },
    { do: 'countTill', who: 'teller', off: 0 },
    deposit(1, 500),
    { do: 'batch', who: 'teller', items: [{ type: 'DEPOSIT', from: 0, to: 1, cents: 500 }] },
    { do: 'finishTill', till: 0, how: 'agree' },
  ],
  'a posting is reversed once, alone only in the till session that made it': [
    { do: 'reverse', who: 'teller', posting: 1, withFees: true, isAgreed: true },
    { do: 'reverse', who: 'teller', posting: 1, withFees: true, isAgreed: true },
    { do: 'countTill', who: 'teller', off: -120 },
    { do: 'finishTill', till: 0, how: 'agree' },
    { do: 'openTill', who: 'teller', till: 0, cents: 70_000, isAgreed: true },
    { do: 'reverse', who: 'teller', posting: 0, withFees: true, isAgreed: true },
  ],
  'interest and fees of ended months, also of what is reversed later': [
    withdraw(2, 25_000),
    { do: 'nextDay', days: 20 },
    { do: 'nextDay', days: 13 },
    { do: 'openTill', who: 'teller', till: 0, cents: 70_000, isAgreed: true },
    { do: 'reverse', who: 'teller', posting: 1, withFees: true, isAgreed: true },
    { do: 'nextDay', days: 16 },
    { do: 'nextDay', days: 20 },
    { do: 'nextDay', days: 20 },
  ],
  'what is posted after the interest of its day has accrued is in it': [
    { do: 'nextDay', days: 1 },
    { do: 'openTill', who: 'teller', till: 0, cents: 70_000, isAgreed: true },
    { do: 'dayJobs' },
    deposit(1, 30_000),
    { do: 'nextDay', days: 1 },
    { do: 'nextDay', days: 31 },
    { do: 'nextDay', days: 1 },
  ],
}

export const script: Proof = {
  name: 'script',
  says: 'what rarely meets by chance comes to what the oracle says, in sequences that are always the same',
  run: async ({ newDatabase }) => {
    for (const [says, commands] of Object.entries(SCENES)) {
      await using database = await newDatabase()
      await runCommands(database, commands).catch((error: unknown) => {
        throw new Error(`${says}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        })
      })
    }
  },
}
