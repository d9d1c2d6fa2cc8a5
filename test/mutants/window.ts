import type { Mutant } from './mutant.ts'

/** What a teller sees and presses. */
export const WINDOW: readonly Mutant[] = [
  {
    fault: 'a second press sends a command twice',
    file: 'renderer/calls/posting.ts',
    find: "if (phase === 'idle' || phase === 'refused') await attempt(payload)",
    replace: 'await attempt(payload)',
    tests: ['renderer/calls/posting.test.ts'],
  },
  {
    fault: 'an unknown outcome is forgotten, and the same money can be posted again',
    file: 'renderer/calls/posting.ts',
    find: "if (phase === 'sending' || phase === 'unknown') return false",
    replace: '',
    tests: ['renderer/calls/posting.test.ts'],
  },
  {
    fault: 'an unknown outcome is not asked for when the server is back',
    file: 'renderer/calls/use-posting.ts',
    find: '  useResend(posting, phase)\n',
    replace: '',
    tests: ['test/e2e/lost-server.spec.ts'],
    titled: 'a posting sent to a server that has just frozen',
  },
  {
    fault: 'after a first try that failed an unknown outcome is not asked for when the server is back',
    file: 'renderer/calls/ask-again.ts',
    find: '({ connected }) => connected && resend()',
    replace: '() => undefined',
    tests: ['renderer/calls/ask-again.test.ts'],
  },
  {
    fault: 'an interruption that ends unnoticed leaves an outcome unknown',
    file: 'renderer/calls/ask-again.ts',
    find: "if (phase === 'unknown' && serverConnected && !triedAtOnce) {",
    replace: "if (phase === 'unknown' && !serverConnected && !triedAtOnce) {",
    tests: ['renderer/calls/ask-again.test.ts'],
  },
  {
    fault: 'ledger and available balance are exchanged in the preview',
    file: 'renderer/screens/postings/effect-balances.ts',
    find: 'before: availableBefore,\n      after: availableAfter,',
    replace: 'before: ledgerBefore,\n      after: ledgerAfter,',
    tests: ['renderer/screens/postings/effect-lines.test.ts'],
  },
  {
    fault: 'the idle timer is never started',
    file: 'renderer/shell/shell.tsx',
    find: 'useIdleLock(session.idleLockSeconds, !locked, lockNow)',
    replace: 'useIdleLock(session.idleLockSeconds, false, lockNow)',
    tests: ['test/e2e/lock.spec.ts'],
  },
  {
    fault: 'somebody who works is locked out in the middle of it',
    file: 'renderer/shell/use-idle-lock.ts',
    find: '      timer = start()\n    }',
    replace: '    }',
    tests: ['test/e2e/lock.spec.ts'],
  },
  {
    fault: 'work beneath the lock can be reached',
    file: 'renderer/gates/work.tsx',
    find: 'inert={covered}',
    replace: '',
    tests: ['test/e2e/lock.spec.ts'],
  },
  {
    fault: 'the next person finds the counter of the one before',
    file: 'renderer/gates/work.tsx',
    find: 'useLayoutEffect(clearSelection, [])',
    replace: '',
    tests: ['test/e2e/lock.spec.ts'],
  },
  {
    fault: 'a question that failed is drawn as an empty answer',
    file: 'renderer/calls/answer.ts',
    find: "return { state: 'unknown', failure, again: () => void refetch(), asking: isFetching }",
    replace: 'return LOADING',
    tests: ['renderer/calls/answer.test.ts'],
  },
]
