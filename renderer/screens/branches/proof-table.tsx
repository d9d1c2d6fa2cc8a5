import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { OpenSuspense, ProvedAccount } from '../../../shared/contract/proof-views.ts'
import { Amount } from '../../components/amount.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'
import table from '../../components/table.module.css'
import { agreementOf } from './agreement-of.ts'
import styles from './day-figures.module.css'

const FIGURES = ['opening', 'paidIn', 'paidOut', 'closing'] as const

type Props = { readonly accounts: readonly ProvedAccount[]; readonly suspense: readonly OpenSuspense[] }

/** In a narrow window it is wider than its place, so the keys must be able to scroll it. */
const SCROLLED_BY_KEYS = { tabIndex: 0 }

/** Every till, the vault and every suspense account: opening + in − out = closing, and whether the account stands there. */
export function ProofTable({ accounts, suspense }: Props) {
  const { t } = useTranslation('branches')
  return (
    <div className={styles.tills} {...SCROLLED_BY_KEYS}>
      <table className={table.table} aria-labelledby="day-proof-title">
        <thead>
          <tr>
            <th scope="col">{t('proof.account')}</th>
            <th scope="col" className={styles.number}>
              {t('proof.number')}
            </th>
            {FIGURES.map((name) => (
              <th key={name} scope="col" className={table.numeric}>
                {t(`proof.figures.${name}`)}
              </th>
            ))}
            <th scope="col" className={styles.state}>
              {t('proof.proof')}
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <AccountLine
              key={account.accountNumber}
              account={account}
              waits={suspense.find(({ accountNumber }) => accountNumber === account.accountNumber)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type LineProps = { readonly account: ProvedAccount; readonly waits: OpenSuspense | undefined }

function AccountLine({ account, waits }: LineProps) {
  const { t } = useTranslation('branches')
  const agreement = agreementOf(account)
  return (
    <tr>
      <td>
        <span className={typography.primary}>{account.name ?? t(`proof.kinds.${account.kind}`)}</span>
        {waits !== undefined && (
          <span className={classes(typography.subdued, styles.waits)}>
            {t('proof.oldest', { count: waits.days })}
          </span>
        )}
      </td>
      <td className={styles.number}>
        <Identifier>{formatAccountNumber(account.accountNumber)}</Identifier>
      </td>
      {FIGURES.map((name) => (
        <td key={name} className={table.numeric}>
          <Figure value={account[name]} currency={account.currency} withCurrency={name === 'closing'} />
        </td>
      ))}
      <td>
        <StatusBadge tone={TONES[agreement]}>{t(`proof.agreement.${agreement}`)}</StatusBadge>
      </td>
    </tr>
  )
}

const TONES = { agrees: 'ok', differs: 'bad', held: 'neutral' } as const

type FigureProps = {
  readonly value: string | null
  readonly currency: string
  readonly withCurrency: boolean
}

function Figure({ value, currency, withCurrency }: FigureProps) {
  const { t } = useTranslation('branches')
  if (value === null) return <span className={typography.subdued}>{t('till.blind')}</span>
  return <Amount value={value} currency={currency} withCurrency={withCurrency} strong={withCurrency} />
}
