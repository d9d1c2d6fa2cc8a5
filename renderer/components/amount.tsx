import { figureOf, isLongFigure } from './figure.ts'

type Props = {
  /** Decimal text as the ledger prints it. */
  readonly value: string
  readonly currency: string
  /** Shows the currency in small capitals behind the figure. */
  readonly withCurrency?: boolean
  readonly strong?: boolean
}

/** An amount for the eye: grouped, tabular, with a true minus sign, left to right in any direction of text. */
export function Amount({ value, currency, withCurrency = false, strong = false }: Props) {
  const figure = figureOf(value, currency)
  return (
    <span className={strong ? 'num strong' : 'num'} data-long={isLongFigure(figure) || undefined}>
      {figure}
      {withCurrency && (
        <>
          {' '}
          <span className="ccy">{currency}</span>
        </>
      )}
    </span>
  )
}
