import { useTranslation } from 'react-i18next'
import { Amount } from '../../components/amount.tsx'
import { balanceLines } from './effect-balances.ts'
import { isFee, type EffectLine } from './effect-lines.ts'
import { BalanceName, LegName } from './effect-names.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './effect-table.module.css'

type Props = {
  readonly lines: readonly EffectLine[]
  readonly currency: string
  /** It has happened, so the balances are before and after rather than now and after. */
  readonly posted?: boolean
}

/** What a posting does: its legs in words, and every balance that it changes. */
export function EffectTable({ lines, currency, posted = false }: Props) {
  const { t } = useTranslation('postings')
  return (
    <fieldset className={styles.effect}>
      <legend className={layout.visuallyHidden}>{t(posted ? 'posted' : 'preview')}</legend>
      <dl className={styles.legs}>
        {lines.map((line, at) => (
          <div key={at}>
            <dt>{t(`side.${line.side}`)}</dt>
            <dd className={typography.clipped}>
              {isFee(line, lines) && `${t('feeOf')} `}
              <LegName line={line} />
            </dd>
            <dd className={styles.numeric}>
              <Figure value={line.amount} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
      <Balances lines={lines} currency={currency} posted={posted} />
    </fieldset>
  )
}

function Balances({ lines, currency, posted }: Required<Props>) {
  const { t } = useTranslation('postings')
  return (
    <table className={styles.balances}>
      <thead>
        <tr>
          <th scope="col">{t('balance')}</th>
          <th scope="col" className={styles.numeric}>
            {t(posted ? 'before' : 'now')}
          </th>
          <th scope="col" className={styles.numeric}>
            {t('after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {balanceLines(lines).map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <BalanceName line={line} />
            </th>
            <td className={classes(typography.subdued, styles.numeric)}>
              <Figure value={line.before} currency={currency} />
            </td>
            <td className={styles.numeric}>
              <Figure value={line.after} currency={currency} strong />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type FigureProps = { readonly value: string | null; readonly currency: string; readonly strong?: boolean }

function Figure({ value, currency, strong = false }: FigureProps) {
  const { t } = useTranslation('postings')
  if (value !== null) return <Amount value={value} currency={currency} strong={strong} />
  return (
    <span className={typography.subdued} aria-label={t('notYet')}>
      –
    </span>
  )
}
