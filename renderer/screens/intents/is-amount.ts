import { parseAmount } from '../../../shared/money.ts'
import { isSupportedCurrency } from '../../../shared/currencies.ts'

/** Whether the text is an amount in that currency. What stands in a note was typed, and may have been refused since. */
export const isAmount = (text: string, currency: string): boolean =>
  isSupportedCurrency(currency) && parseAmount(text, currency).ok
