import { create } from 'zustand'
import { amountText, readAmount, readNotNegative, readPositive } from '../../shared/amount-text.ts'
import { formatMoney, type Money } from '../../shared/money.ts'
import { DEFAULT_NUMBER_FORMAT, NUMBER_FORMATS, type NumberFormat } from '../../shared/number-format.ts'

/** The number format of the branch at whose workstation this window is. Like the language, it is one for all screens. */
export const useNumberFormat = create<{ readonly format: NumberFormat }>(() => ({
  format: DEFAULT_NUMBER_FORMAT,
}))

export const setNumberFormat = (format: NumberFormat): void => useNumberFormat.setState({ format })

const current = () => useNumberFormat.getState().format

/** The sign that the decimal key of a keypad types, whatever the keyboard's own language says. */
export const decimalSign = (): string => NUMBER_FORMATS[current()].decimal

/** An amount as it is shown: `1,204.50`, with a true minus sign and without its currency. */
export const showMoney = (money: Money): string => formatMoney(money, current())

/** An amount as a field holds it: `1204.50`. */
export const typedMoney = (money: Money): string => amountText(money, current())

/** `readAmount`, `readPositive` and `readNotNegative` of shared/amount-text.ts in the branch's number format. */
export const readTyped = (text: string, currency: string) => readAmount(text, currency, current())
export const readTypedPositive = (text: string, currency: string) => readPositive(text, currency, current())
export const readTypedNotNegative = (text: string, currency: string) =>
  readNotNegative(text, currency, current())
