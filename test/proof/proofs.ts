import { model } from './model.ts'
import { script } from './script.ts'
import { race } from './race.ts'
import type { Proof } from './proof.ts'

export const PROOFS: readonly Proof[] = [script, model, race]
