import { figureOf, isLongFigure } from './figure.ts'
import { useNumberFormat } from '../i18n/amounts.ts'
import { classes } from '../theme/classes.ts'
import typography from '../theme/typography.module.css'

type Props = {
  /** Decimal text as the ledger prints it. */
  readonly value: string
  readonly currency: string
  /** Shows the currency in small capitals behind the figure. */
  readonly withCurrency?: boolean
  readonly strong?: boolean
}

/** An amount as it is shown: grouped, tabular, with a true minus sign, left to right in any direction of text. */
export function Amount({ value, currency, withCurrency = false, strong = false }: Props) {
  useNumberFormat() // Drawn anew when it changes, also within a row that is kept.
  const figure = figureOf(value, currency)
  return (
    <span
      className={strong ? classes(typography.figures, typography.strong) : typography.figures}
      data-long={isLongFigure(figure) || undefined}
    >
      {figure}
      {withCurrency && (
        <>
          {' '}
          <span className={typography.currency}>{currency}</span>
        </>
      )}
    </span>
  )
}
