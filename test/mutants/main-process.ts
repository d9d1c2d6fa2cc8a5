import type { Mutant } from './mutant.ts'

/** The main process: what it checks, what it makes of errors, what it seals, what its window may do. */
export const MAIN_PROCESS: readonly Mutant[] = [
  {
    fault: 'what a use case answers is not compared with the contract',
    file: 'electron/ipc/dispatch.ts',
    find: 'value: operation.output.parse(result.value)',
    replace: 'value: result.value',
    tests: ['test/contract/dispatch.test.ts'],
  },
  {
    fault: 'a call is answered without asking for the role',
    file: 'electron/ipc/dispatch.ts',
    find: "return mayCall(session.user.role, name) ? null : 'FORBIDDEN'",
    replace: 'return null',
    tests: ['test/contract/dispatch.test.ts'],
  },
  {
    fault: 'a locked workstation answers',
    file: 'electron/ipc/dispatch.ts',
    find: "if (locked) return 'SESSION_LOCKED'",
    replace: '',
    tests: ['test/sessions/session.test.ts'],
  },
  {
    fault: 'a busy server is reported as a bug',
    file: 'electron/db/refusal.ts',
    find: "['55P03', '57014', '40001', '40P01']",
    replace: '[]',
    tests: ['test/contract/dispatch.test.ts'],
  },
  {
    fault: 'a server that stops is reported as a bug',
    file: 'electron/db/fault.ts',
    find: "'57P01': 'SERVER_UNREACHABLE',",
    replace: '',
    tests: ['test/db/refusal.test.ts'],
  },
  {
    fault: 'documents are encrypted with a nonce that is always the same',
    file: 'electron/crypto.ts',
    find: 'const nonce = randomBytes(NONCE)',
    replace: 'const nonce = Buffer.alloc(NONCE)',
    tests: ['test/documents/sealing.test.ts'],
  },
  {
    fault: 'the seal of an encrypted document is not checked',
    file: 'electron/crypto.ts',
    find: 'decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()',
    replace: 'decipher.update(sealed.subarray(NONCE + TAG))',
    tests: ['test/documents/sealing.test.ts'],
  },
  {
    fault: 'the window is made without a sandbox',
    file: 'electron/window/create-window.ts',
    find: 'sandbox: true',
    replace: 'sandbox: false',
    tests: ['test/window/create-window.test.ts'],
  },
  {
    fault: 'the page of the window can reach Node',
    file: 'electron/window/create-window.ts',
    find: 'contextIsolation: true',
    replace: 'contextIsolation: false',
    tests: ['test/window/create-window.test.ts'],
  },
  {
    fault: 'a page may open a new window',
    file: 'electron/window/harden.ts',
    find: "contents.setWindowOpenHandler(() => ({ action: 'deny' }))",
    replace: "contents.setWindowOpenHandler(() => ({ action: 'allow' }))",
    tests: ['test/window/harden-contents.test.ts'],
  },
]
