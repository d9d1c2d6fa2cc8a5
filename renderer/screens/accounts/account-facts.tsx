import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { isOwed } from '../../../shared/rules/account-kinds.ts'
import { Amount } from '../../components/amount.tsx'
import { TimeText } from '../../components/bidi.tsx'
import { Note } from '../../components/failure-note.tsx'
import { isZero } from './zero.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './account-facts.module.css'

type Props = { readonly account: AccountView; readonly mayUnfreeze: boolean }

/** Why nothing can be posted, or since when the account is open and which limits it has. */
export function AccountFacts({ account, mayUnfreeze }: Props) {
  const { t } = useTranslation('accounts')
  const { accountType, currency, status, minimumBalance, agreedLimit } = account
  if (status === 'SUSPENDED')
    return (
      <Note tone="warn">
        {t('frozenNote')} {!mayUnfreeze && t('frozenWay')}
      </Note>
    )
  if (status === 'INACTIVE')
    return (
      <Note tone="warn">
        {t('dormantNote')} {t('dormantWay')}
      </Note>
    )
  if (status === 'CLOSED') return <Note tone="info">{t('closedNote')}</Note>
  const limits = [
    { label: t('held'), value: account.held },
    { label: t('minimum'), value: minimumBalance },
    { label: isOwed(accountType) ? t('principal') : t('overdraft'), value: agreedLimit },
  ].filter(({ value }) => !isZero(value, currency))
  return (
    <p className={classes(typography.secondary, layout.sideBySide, styles.facts)}>
      <span>
        {t('openedOn')} <TimeText value={account.openedAt} />
      </span>
      {limits.map(({ label, value }) => (
        <span key={label}>
          {label} <Amount value={value} currency={currency} withCurrency />
        </span>
      ))}
    </p>
  )
}
