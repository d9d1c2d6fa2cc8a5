import type { TestDatabase } from '../support/database.ts'

/** What a proof is given: databases to try things in, and from what to draw what is random. */
export type Ground = {
  readonly newDatabase: () => Promise<TestDatabase>
  readonly seed: number
  /** How often it begins anew. */
  readonly rounds: number
  /** Whether what fails is made as short as it can be. */
  readonly shrinks: boolean
}

/** Something that holds whatever happens. It throws, in words, when it does not. */
export type Proof = {
  readonly name: string
  readonly says: string
  readonly run: (ground: Ground) => Promise<void>
}

/** What a proof finds wrong, in words; null when it holds. */
export async function faultOf(proof: Proof, ground: Ground): Promise<string | null> {
  try {
    await proof.run(ground)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
