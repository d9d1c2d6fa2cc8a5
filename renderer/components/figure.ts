import { fromLedger } from '../../shared/money.ts'
import { showMoney } from '../i18n/amounts.ts'

/** An amount as it is read: grouped, with the currency's decimals and a true minus sign. */
export const figureOf = (value: string, currency: string) => showMoney(fromLedger(value, currency))

const LONG = 14
/** Longer figures are drawn smaller, because a figure that is cut off reads as another amount. */
export const isLongFigure = (figure: string) => figure.length > LONG

const PIXELS = { ordinary: 7.8, small: 6.7, padding: 18 } as const

/** How many pixels a column needs to show every one of these amounts whole; at least `least`. */
export function amountWidth(values: readonly string[], currency: string, least: number): number {
  const widths = values.map((value) => {
    const figure = figureOf(value, currency)
    return figure.length * (isLongFigure(figure) ? PIXELS.small : PIXELS.ordinary) + PIXELS.padding
  })
  return Math.ceil(Math.max(least, ...widths))
}
