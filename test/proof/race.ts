import { booksFaults, createBranch } from '../support/branch.ts'
import { brokenInvariants } from './invariants.ts'
import type { Proof } from './proof.ts'
import { approvalAgainstWithdrawal, reversalAgainstReversal } from './race-decisions.ts'
import { dayAgainstPosting, limitInParts } from './race-day.ts'
import { lastCent, opposingTransfers, sameKey, sumsThatAreRead } from './race-postings.ts'
import type { Race } from './race-branch.ts'

const RACES: readonly Race[] = [
  opposingTransfers,
  sumsThatAreRead,
  lastCent,
  sameKey,
  reversalAgainstReversal,
  approvalAgainstWithdrawal,
  limitInParts,
  dayAgainstPosting,
]

export const race: Proof = {
  name: 'race',
  says: 'what several people do at the same moment comes to what it would have come to one after the other, and nobody waits for ever',
  run: async ({ newDatabase, seed, rounds }) => {
    for (let round = 0; round < rounds; round += 1) {
      await using database = await newDatabase()
      const branch = await createBranch(database)
      for (const { says, run } of RACES) {
        const faults = await run(branch, seed + round).catch((error: unknown) => [String(error)])
        faults.push(...(await brokenInvariants(database.superuser)))
        if (faults.length > 0) throw new Error(`${says}:\n  ${faults.join('\n  ')}`)
      }
      const wrong = await booksFaults(database)
      if (wrong.length > 0) throw new Error(`The books do not balance: ${JSON.stringify(wrong)}`)
    }
  },
}
