import { describe, expect, inject, test } from 'vitest'
import { createTestDatabase } from '../support/database.ts'
import { functionText, planted } from './mutate.ts'
import { MUTATIONS } from './mutations.ts'
import { faultOf } from './proof.ts'
import { PROOFS } from './proofs.ts'

/** The short form of `npm run proof`: a fixed seed and few rounds. */
test.each(PROOFS.map((proof) => ({ ...proof, proof })))(
  '$name: $says',
  async ({ proof }) => {
    const ground = { newDatabase: () => createTestDatabase(), seed: 1, rounds: 1, shrinks: false }
    expect(await faultOf(proof, ground)).toBeNull()
  },
  300_000,
)

describe('the faults of npm run proof -- --mutations', () => {
  test('are at least twenty, each another one', () => {
    expect(MUTATIONS.length).toBeGreaterThanOrEqual(20)
    expect(new Set(MUTATIONS.map(({ fault }) => fault)).size).toBe(MUTATIONS.length)
  })
  test('each find their text exactly once in the function as it is today', async () => {
    for (const mutation of MUTATIONS)
      expect(planted(await functionText(inject('cluster'), mutation.of), mutation)).not.toBe('')
  })
})
