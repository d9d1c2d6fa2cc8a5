import { afterAll, expect, test } from 'vitest'
import { openCounter } from '../proof/counter.ts'
import { CUTS, deliverLate, openCutCounter, postThroughCut } from '../proof/cut-line.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** A line that fails at each moment of a posting; `npm run proof` does it again and again, and pulls a cable. */

const { branch } = await workplaceForFile()
const counter = await openCounter(branch)
const scene = await openCutCounter(counter, branch.database.workstation(1))
afterAll(() => scene[Symbol.asyncDispose]())

const quick = Object.entries(CUTS).filter(([, { isSlow }]) => isSlow !== true)

test.each(quick)('when the line %s, it is posted once', async (_how, cut) => {
  await postThroughCut(counter, scene.main, scene.line, cut)
  expect(await counter.faults()).toEqual([])
})

test('a packet that arrives after somebody was told NOT POSTED posts nothing', async () => {
  expect(await deliverLate(counter, branch.database.workstation(1))).toBe('NOT_POSTED')
  expect(await counter.faults()).toEqual([])
})
