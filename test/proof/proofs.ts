import { model } from './model.ts'
import { race } from './race.ts'
import type { Proof } from './proof.ts'

export const PROOFS: readonly Proof[] = [model, race]
