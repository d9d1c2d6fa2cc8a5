import { ANSWERS } from './answers.ts'
import { BACKUPS } from './backups.ts'
import { BRANCHES } from './branches.ts'
import { CHOSEN } from './chosen.ts'
import { COUNTER } from './counter.ts'
import { EVIDENCE } from './evidence.ts'
import { IDENTITY } from './identity.ts'
import { LEDGER } from './ledger.ts'
import { MAIN_PROCESS } from './main-process.ts'
import type { Mutant } from './mutant.ts'
import { PAPERS } from './papers.ts'
import { SCREENS } from './screens.ts'
import { SURROUNDINGS } from './surroundings.ts'
import { WINDOW } from './window.ts'

/** Every fault that some test has to see. Each stands for its kind: a new kind of fault gets one of its own here. */
export const MUTANTS: readonly Mutant[] = [
  ...LEDGER,
  ...IDENTITY,
  ...EVIDENCE,
  ...MAIN_PROCESS,
  ...PAPERS,
  ...WINDOW,
  ...ANSWERS,
  ...SURROUNDINGS,
  ...COUNTER,
  ...CHOSEN,
  ...SCREENS,
  ...BACKUPS,
  ...BRANCHES,
]
