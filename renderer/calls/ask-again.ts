import type { listen } from './api.ts'
import type { PostingState } from './posting-state.ts'

/** When an unknown outcome is asked for again, without anybody pressing a key. `resend` does nothing where the outcome is known. */
export function createAskAgain(resend: () => void) {
  let triedAtOnce = false
  return {
    /** What the main process tells; the function that comes back ends listening. */
    heed: (hear: typeof listen) => {
      const ends = [
        // When the server is back, even if it came back before this window got the event.
        hear('connection.changed', ({ connected }) => connected && resend()),
        // While the workstation was locked the question was refused; after unlocking it is asked again.
        hear('session.changed', resend),
      ]
      return () => ends.forEach((end) => end())
    },
    /** A short interruption may end unnoticed, and then no event comes: one more try is made at once, and only one. */
    shown: (phase: PostingState<unknown>['phase'], serverConnected: boolean) => {
      if (phase === 'unknown' && serverConnected && !triedAtOnce) {
        triedAtOnce = true
        resend()
      }
      if (phase !== 'unknown' && phase !== 'sending') triedAtOnce = false
    },
  }
}
