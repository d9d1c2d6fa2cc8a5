import { fromLedger } from '../../../shared/money.ts'

/** Whether an amount of the ledger is zero, however many zeros it is written with. */
export const isZero = (amount: string, currency: string): boolean => fromLedger(amount, currency).minor === 0n
