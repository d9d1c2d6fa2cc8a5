import type { Mutant } from './mutant.ts'

/** What a teller presses and waits for, as it was found wrong by use. */
export const COUNTER: readonly Mutant[] = [
  {
    fault: 'a press of Ctrl+Enter is dropped while the list of tills is on its way',
    file: 'renderer/keyboard/use-when-ready.ts',
    find: 'press: () => (ready ? act() : setPressed(true)),',
    replace: 'press: () => (ready ? act() : setPressed(false)),',
    tests: ['test/e2e/counter.spec.ts'],
  },
  {
    fault: 'F-keys are dead on screens that declare none',
    file: 'renderer/shell/use-frame-keys.ts',
    find: '      ...screenKeys,\n',
    replace: '',
    tests: ['test/e2e/frame.spec.ts'],
  },
  {
    fault: 'a key that a browser keeps for itself has no second one there',
    file: 'renderer/keyboard/second-keys.ts',
    find: 'inBrowser ? (FIRST.get(name) ?? name) : name',
    replace: 'name',
    tests: ['renderer/keyboard/keys.test.ts'],
  },
  {
    fault: 'of a frozen server the call tells after half a minute',
    file: 'electron/ipc/unless-silent.ts',
    find: 'if ((await workplace.database?.answers()) === false) throw new ServerSilent()',
    replace: 'await workplace.database?.answers()',
    tests: ['test/database/silent-server.test.ts'],
  },
  {
    fault: "a call that waits for a colleague's lock is given up",
    file: 'electron/ipc/unless-silent.ts',
    find: 'if ((await workplace.database?.answers()) === false) throw',
    replace: 'if ((await workplace.database?.answers()) !== undefined) throw',
    tests: ['test/database/silent-server.test.ts'],
  },
  {
    fault: "a colleague's posting is in the list before it is on the slip",
    file: 'renderer/calls/use-ask-together.ts',
    find: 'const answers = await Promise.allSettled(shown.map(askAgain))',
    replace:
      'const answers = await Promise.allSettled(shown.map(async (query) => {\n    const answer = await askAgain(query)\n    client.setQueryData(query.queryKey, answer)\n    return answer\n  }))',
    tests: ['renderer/calls/ask-together.test.ts'],
  },
  {
    fault: 'a slip of a dollar account in a euro branch says nothing until it is refused',
    file: 'renderer/screens/postings/slip-problems.ts',
    find: "return { code: 'CASH_IN_OTHER_CURRENCY', details: { cash, currency: account.currency } }",
    replace: 'return null',
    tests: ['renderer/screens/postings/slip-problems.test.ts'],
  },
]
