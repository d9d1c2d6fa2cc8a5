/** The vault: its balance, and cash received into it. */
export const vault = {
  title: 'Vault',
  balance: 'Cash in the vault',
  receive: 'Receive cash into the vault',
  receiveKey: 'Receive cash',
  amount: 'Amount received',
  description: 'Where it came from',
  descriptionHint: 'It stands in the ledger, such as: Delivery 1184 from head office.',
  debit: 'Debit',
  credit: 'Credit',
  vaultAccount: 'Vault cash',
  suspense: 'Suspense, until head office settles it',
  post: 'Post',
  received: 'Received',
  reference: 'Reference',
  after: 'Vault now',
  next: 'Receive more',
  back: 'Back to the till',
  /** What each call of the contract lets somebody do. */
  calls: {
    receiveCash: 'Receive cash into the vault',
  },
} as const
