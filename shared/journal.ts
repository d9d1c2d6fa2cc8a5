/** Amounts are the ledger's decimal text; a debit is positive and a credit negative, whatever the kind of account. */
export type JournalAccount = {
  readonly number: string
  readonly currency: string
  readonly accountType: string
  /** Null where the chart of accounts has no code for this kind. */
  readonly class: 'ASSET' | 'LIABILITY' | 'EQUITY' | 'INCOME' | 'EXPENSE' | null
  /** Names from the top of the chart down to its code. */
  readonly path: readonly string[] | null
  readonly opening: string
  readonly closing: string
}

export type JournalLeg = {
  /** Null for an account of another branch, which has no name here. */
  readonly account: string | null
  readonly currency: string
  readonly amount: string
  /** What stands on the account after it, in the order of this journal. */
  readonly balance: string | null
}

export type JournalTransaction = {
  readonly reference: string
  readonly date: string
  /** From which it counts. */
  readonly valueDate: string
  readonly transactionType: 'DEPOSIT' | 'WITHDRAWAL' | 'TRANSFER' | 'FEE' | 'INTEREST'
  readonly description: string | null
  readonly postedAt: string
  /** What kind of actor made it: a person, or the system. */
  readonly actor: string
  readonly legs: readonly JournalLeg[]
}

export type JournalTotal = {
  readonly currency: string
  readonly transactions: number
  readonly entries: number
  readonly debits: string
  readonly credits: string
}

export type JournalRows = {
  /** The moment of the snapshot, in ISO 8601. */
  readonly takenAt: string
  readonly accounts: readonly JournalAccount[]
  readonly transactions: readonly JournalTransaction[]
  readonly totals: readonly JournalTotal[]
}
