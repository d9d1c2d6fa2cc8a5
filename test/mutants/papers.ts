import type { Mutant } from './mutant.ts'

/** Every figure on a paper. */
export const PAPERS: readonly Mutant[] = [
  {
    fault: 'debit and credit totals are exchanged at the head of a statement',
    file: 'electron/print/statement.ts',
    find: "if (line.side === 'DEBIT') debits",
    replace: "if (line.side === 'CREDIT') debits",
    tests: ['test/print/statement-against-ledger.test.ts'],
  },
  {
    fault: 'the labels of the totals are exchanged at the head of a statement',
    file: 'electron/print/statement-pdf.ts',
    find: "['Total debits', formatMoney(totals.debits, format)]",
    replace: "['Total debits', formatMoney(totals.credits, format)]",
    tests: ['test/print/statement-against-ledger.test.ts'],
  },
  {
    fault: 'the columns are exchanged in the lines of a statement',
    file: 'electron/print/statement-table.ts',
    find: "debit: line.side === 'DEBIT' ? amount : '',\n      credit: line.side === 'CREDIT' ? amount : '',",
    replace:
      "debit: line.side === 'CREDIT' ? amount : '',\n      credit: line.side === 'DEBIT' ? amount : '',",
    tests: ['test/print/statement-against-ledger.test.ts'],
  },
  {
    fault: 'the columns are exchanged below the headings of a statement',
    file: 'electron/print/statement-table.ts',
    find: 'drawRight(pdf, row.debit, columns.debit.right, y, style)\n  drawRight(pdf, row.credit, columns.credit.right, y, style)',
    replace:
      'drawRight(pdf, row.credit, columns.debit.right, y, style)\n  drawRight(pdf, row.debit, columns.credit.right, y, style)',
    tests: ['test/print/statement-against-ledger.test.ts'],
  },
  {
    fault: 'the columns are exchanged in the lines of an exported statement',
    file: 'electron/print/statement-csv.ts',
    find: "    line.side === 'DEBIT' ? decimal(line.amount) : '',\n    line.side === 'CREDIT' ? decimal(line.amount) : '',",
    replace:
      "    line.side === 'CREDIT' ? decimal(line.amount) : '',\n    line.side === 'DEBIT' ? decimal(line.amount) : '',",
    tests: ['test/print/statement-against-ledger.test.ts'],
  },
  {
    fault: 'the last day of a period is left out of a statement',
    file: 'migrations/code/accounts/read-statement.sql',
    find: "BETWEEN coalesce(p_from, '-infinity') AND coalesce(p_to, 'infinity')",
    replace: "BETWEEN coalesce(p_from, '-infinity') AND coalesce(p_to - 1, 'infinity')",
    tests: ['test/print/statement-against-ledger.test.ts'],
  },
  {
    fault: 'the first day of a period counts before it',
    file: 'migrations/code/accounts/read-statement.sql',
    find: 'e.business_date < p_date $$;',
    replace: 'e.business_date <= p_date $$;',
    tests: ['test/print/statement-against-ledger.test.ts'],
  },
  {
    fault: 'the opening balance of a statement stands in the place of the closing one',
    file: 'electron/print/statement-pdf.ts',
    find: 'formatAmount(statement.closingBalance, currency, format)]',
    replace: 'formatAmount(statement.openingBalance, currency, format)]',
    tests: ['test/print/statement-against-ledger.test.ts'],
  },
  {
    fault: 'a receipt is printed for a posting that failed',
    file: 'electron/print/receipt-content.ts',
    find: "notDone: posting.status === 'COMPLETED' ? null : NOT_DONE[posting.status],",
    replace: 'notDone: null,',
    tests: ['test/print/receipt.test.ts'],
  },
  {
    fault: 'a copy of a receipt does not say so',
    file: 'electron/print/receipt-pdf.ts',
    find: "if (content.isCopy) drawRight(pdf, 'COPY', RIGHT, 22, TITLE)",
    replace: '',
    tests: ['test/print/receipt.test.ts', 'test/accounts/looks.test.ts'],
  },
  {
    fault: 'a paper tells the time without its offset',
    file: 'electron/print/words.ts',
    find: '${time.slice(0, 5)} ${offset}`',
    replace: '${time.slice(0, 5)}`',
    tests: ['test/print/receipt.test.ts', 'test/branches/times.test.ts'],
  },
  {
    fault: 'a paper goes out with boxes in the place of letters and nobody is asked',
    file: 'electron/print/fonts/open-letters.ts',
    find: 'if (![...missing].every((letter) => allowed.includes(letter))) throw missingOf(missing, words)',
    replace: 'void missingOf',
    tests: ['test/print/computer-fonts.test.ts'],
  },
  {
    fault: 'who let one paper go out with boxes is not asked about the next one',
    file: 'electron/print/fonts/open-letters.ts',
    find: "if (missing.size > 0) allowed = ''",
    replace: 'void 0',
    tests: ['test/print/computer-fonts.test.ts'],
  },
]
