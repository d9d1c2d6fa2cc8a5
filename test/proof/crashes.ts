import type { CrashProof } from './alone.ts'
import { proveCut } from './cut.ts'
import { proveFullDisk } from './full-disk.ts'
import { proveKill } from './kill.ts'
import { proveWindowKill } from './kill-window.ts'
import { proveMonkey } from './monkey.ts'
import type { Proof } from './proof.ts'
import { proveWrongClock } from './wrong-clock.ts'

/** One round, on a server of its own that may be killed. What could not be tried here is said. */
const crash = (name: string, says: string, prove: CrashProof): Proof => ({
  name,
  says,
  run: async ({ seed }) => console.log(await prove({ minutes: 0, seed, log: () => {} })),
})

/** Proofs of what survives a crash. They take minutes, so their short forms stand among the tests as files of their own. */
export const CRASHES: readonly Proof[] = [
  crash(
    'kill',
    'whatever is killed in the middle of a posting, what is posted is what is known to be',
    proveKill,
  ),
  crash(
    'window',
    'whether the window is killed in the middle of a posting or everything at once, what is posted is what is known to be',
    proveWindowKill,
  ),
  crash('cut', 'however the line fails a posting, it is posted once, and known to be', proveCut),
  crash('disk', 'a full disk refuses by name before it is sent, and loses nothing', proveFullDisk),
  crash('clock', 'a clock that is off by a day is found, and moves no posting', proveWrongClock),
  crash(
    'monkey',
    'whatever keys are pressed while something stands still, what is posted is what was confirmed and told',
    proveMonkey,
  ),
]
