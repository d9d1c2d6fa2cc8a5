/** The books of the bank: what other programs are given of them. */
export const books = {
  title: 'Books',
  export: {
    title: 'For another bookkeeping program',
    text: 'Every entry of the period with its accounts, from one moment. The program refuses the file if an amount in it is changed.',
    from: 'From',
    to: 'To',
    crossed: 'The first day lies after the last.',
    HLEDGER: 'Save for hledger',
    BEANCOUNT: 'Save for beancount',
    saved: 'Saved as {{name}}: {{transactions, number}} postings, {{entries, number}} entries.',
  },
  /** What each call of the contract lets somebody do. */
  calls: {
    exportJournal: 'Export the journal for another bookkeeping program',
  },
} as const
