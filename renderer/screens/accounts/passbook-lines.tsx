import { useTranslation } from 'react-i18next'
import type { PassbookLine } from '../../../shared/contract/passbooks.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'
import table from '../../components/table.module.css'
import styles from './passbook.module.css'

type Props = {
  readonly title: string
  readonly lines: readonly PassbookLine[]
  readonly currency: string
}

/** Lines as they stand in the book, by their number there. */
export function PassbookLines({ title, lines, currency }: Props) {
  const { t } = useTranslation('accounts')
  return (
    <table className={classes(table.table, styles.lines)}>
      <caption className={styles.caption}>{title}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.number}>
            {t('passbook.line')}
          </th>
          <th scope="col">{t('passbook.posting')}</th>
          <th scope="col" className={table.numeric}>
            {t('passbook.balance')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.line} line={line} currency={currency} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ line, currency }: Pick<Props, 'currency'> & { readonly line: PassbookLine }) {
  const { t } = useTranslation('accounts')
  const { kind, date, reference, side, amount, balance } = line
  return (
    <tr>
      <td className={styles.number}>{line.line}</td>
      <td>
        {t(`passbook.kinds.${kind}`)}
        <span className={classes(typography.subdued, styles.second)}>
          <DateText value={date} /> {reference !== null && <Identifier>{reference}</Identifier>}
        </span>
      </td>
      <td className={table.numeric}>
        <Amount value={balance} currency={currency} strong />
        {amount !== null && (
          <span className={classes(typography.subdued, styles.second)}>
            {t(side === 'DEBIT' ? 'debit' : 'credit')} <Amount value={amount} currency={currency} />
          </span>
        )}
      </td>
    </tr>
  )
}
