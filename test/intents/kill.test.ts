import { afterAll, expect, test } from 'vitest'
import { openCounter } from '../proof/counter.ts'
import { EXPECTED, KILL_STEPS, killMainAt } from '../proof/kill-main.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** The main process killed at each step of a posting; `npm run proof` does it with the server, again and again. */

const { branch } = await workplaceForFile()
const counter = await openCounter(branch)

test.each(KILL_STEPS)(
  'killed when it is %s, the slip says what the ledger says, and nothing is posted that nobody knows',
  async (step) => {
    const told = await killMainAt(counter, branch.database.workstation(1), step)
    expect(EXPECTED[step]).toContain(told)
    expect(await counter.faults()).toEqual([])
  },
)

afterAll(async () => {
  expect(await counter.faults()).toEqual([])
})
