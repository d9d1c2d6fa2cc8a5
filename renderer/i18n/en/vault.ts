/** The vault: its balance, and cash that two people count into it or out of it. */
export const vault = {
  title: 'Vault',
  balance: 'Cash in the vault',
  tolerance: 'Tolerated difference',
  changeTolerance: 'Change it',
  move: 'Cash into or out of the vault',
  moveKey: 'Vault cash',
  direction: 'Which way',
  in: 'Into the vault',
  out: 'Out of the vault',
  counted: 'What you counted',
  description: { IN: 'Where it came from', OUT: 'Where it goes' },
  descriptionHint: 'It stands in the ledger, such as: Delivery 1184 from head office.',
  debit: 'Debit',
  credit: 'Credit',
  vaultAccount: 'Vault cash',
  suspense: 'Suspense, until head office settles it',
  propose: 'Lock the count',
  waits:
    'Another supervisor or an administrator counts the cash under Approvals, without seeing your count. It is posted when both counts are the same.',
  next: 'Count more cash',
  back: 'Back to the till',
  /** What each call of the contract lets somebody do. */
  calls: {
    moveCash: 'Count cash into or out of the vault, which a second person counts too',
  },
} as const
