import { useTranslation } from 'react-i18next'
import type { DayView } from '../../../shared/contract/branches.ts'
import { Amount } from '../../components/amount.tsx'
import { Fact } from '../../components/fact.tsx'
import { classes } from '../../theme/classes.ts'
import facts from '../../components/facts.module.css'
import section from '../../components/section.module.css'
import styles from './day-figures.module.css'

/** The vault's cash before and after, and what moved between. */
export function VaultFigures({ day: { vault, currency, status } }: { readonly day: DayView }) {
  const { t } = useTranslation('branches')
  const lines = [
    ['before', vault.before],
    ['paidIn', vault.paidIn],
    ['paidOut', vault.paidOut],
    [status === 'OPEN' ? 'now' : 'after', vault.after],
  ] as const
  return (
    <section aria-labelledby="vault-title">
      <header className={section.head}>
        <h2 id="vault-title">{t('vault.title')}</h2>
      </header>
      <dl className={classes(facts.facts, styles.vault)}>
        {lines.map(([name, amount]) => (
          <Fact key={name} label={t(`vault.${name}`)}>
            <Amount
              value={amount}
              currency={currency}
              withCurrency
              strong={name === 'now' || name === 'after'}
            />
          </Fact>
        ))}
      </dl>
    </section>
  )
}
