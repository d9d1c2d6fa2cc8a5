import type { Mutant } from './mutant.ts'

/** What is chosen, and what a confirmation says of it, as it was found wrong by use. */
export const CHOSEN: readonly Mutant[] = [
  {
    fault: 'the question before freezing or closing an account names no account',
    file: 'renderer/screens/accounts/changed-account.tsx',
    find: '<Identifier>{formatAccountNumber(accountNumber)}</Identifier>,',
    replace: '',
    tests: ['test/e2e/counter.spec.ts'],
  },
  {
    fault: 'the question before freezing or closing an account names no holder',
    file: 'renderer/screens/accounts/changed-account.tsx',
    find: '<bdi>{customerName}</bdi>, ',
    replace: '',
    tests: ['test/e2e/counter.spec.ts'],
  },
  {
    fault: 'the question before freezing or closing an account names no balance',
    file: 'renderer/screens/accounts/changed-account.tsx',
    find: '<Amount value={ledgerBalance} currency={currency} withCurrency strong />',
    replace: '{currency}',
    tests: ['test/e2e/counter.spec.ts'],
  },
  {
    fault: 'of several files that are dropped one is taken',
    file: 'renderer/screens/documents/use-drop.ts',
    find: '[...event.dataTransfer.files]',
    replace: '[...event.dataTransfer.files].slice(0, 1)',
    tests: ['test/e2e/documents.spec.ts'],
  },
  {
    fault: 'of several files that are pasted one is taken',
    file: 'renderer/screens/documents/use-drop.ts',
    find: '[...(event.clipboardData?.files ?? [])]',
    replace: '[...(event.clipboardData?.files ?? [])].slice(0, 1)',
    tests: ['test/e2e/documents.spec.ts'],
  },
  {
    fault: 'of several files that are chosen one is taken',
    file: 'renderer/screens/documents/file-drop.tsx',
    find: '[...(currentTarget.files ?? [])]',
    replace: '[...(currentTarget.files ?? [])].slice(0, 1)',
    tests: ['test/e2e/documents.spec.ts'],
  },
  {
    fault: 'a file that cannot be taken is refused without its name',
    file: 'renderer/screens/documents/use-upload.ts',
    find: 'words(entry.name, entry.problem)',
    replace: "words('', entry.problem)",
    tests: ['test/e2e/documents.spec.ts'],
  },
  {
    fault: 'a date that is chosen over another one is of the year 42031',
    file: 'renderer/components/form/date-input.tsx',
    find: 'max="9999-12-31"',
    replace: '',
    tests: ['test/documents/date-fields.test.ts'],
  },
  {
    fault: 'a year of five digits is read by its first four',
    file: 'renderer/components/typed-date.ts',
    find: String.raw`const YEAR_FIRST = /^(\d{4})[-`,
    replace: String.raw`const YEAR_FIRST = /^(\d{4})\d*[-`,
    tests: ['renderer/components/typed-date.test.ts'],
  },
  {
    fault: 'the palette finds no posting by its reference',
    file: 'renderer/shell/use-palette-groups.ts',
    find: "    { id: 'postings', label: t('palette.postings'), items: posting.items },\n",
    replace: '',
    tests: ['test/e2e/frame.spec.ts'],
  },
  {
    fault: 'signing out has no key',
    file: 'renderer/shell/use-frame-keys.ts',
    find: "      [SIGN_OUT_KEY]: { label: t('signOut'), run: signOut, quiet: true },\n",
    replace: '',
    tests: ['test/e2e/frame.spec.ts'],
  },
]
