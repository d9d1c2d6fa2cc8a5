import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { fromLedger } from '../../../shared/money.ts'
import { ACCOUNT_KINDS, isOwed } from '../../../shared/rules/account-kinds.ts'
import { select } from '../../app/selection.ts'
import { Amount } from '../../components/amount.tsx'
import { Identifier } from '../../components/bidi.tsx'
import typography from '../../theme/typography.module.css'
import table from '../../components/table.module.css'
import styles from './account-table.module.css'

type Props = { readonly account: AccountView; readonly on: boolean; readonly withCurrency: boolean }

/**
 * One account: kind and number, ledger balance, available balance or why there is none. Drawn again only when something of
 * it changes: a company may have hundreds, and a key moves the mark between two of them.
 */
export const AccountRow = memo(function AccountRow({ account, on, withCurrency }: Props) {
  const { t } = useTranslation(['postings', 'accounts'])
  const choose = () => select(account.customerId, account.accountNumber)
  const handlers = { onFocus: choose, onClick: choose }
  const { currency, accountType } = account
  return (
    <tr data-on={on || undefined} data-opens aria-selected={on} tabIndex={on ? 0 : -1} {...handlers}>
      <td className={typography.clipped}>
        <b>{t(`accounts:type.${accountType}`)}</b>{' '}
        <span className={styles.number}>
          <Identifier>{formatAccountNumber(account.accountNumber)}</Identifier>
        </span>
      </td>
      <td className={table.numeric}>
        {isOwed(accountType) && <span className={styles.word}>{t('owed')}</span>}
        <Amount value={account.ledgerBalance} currency={currency} withCurrency={withCurrency} />
      </td>
      <td className={table.numeric}>
        <AvailableNote account={account} />
        <Amount value={account.availableBalance} currency={currency} withCurrency={withCurrency} strong />
      </td>
    </tr>
  )
})

/** What the available balance means: that nothing can be posted, that it is a loan's, or that a limit is in it. */
function AvailableNote({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation(['postings', 'accounts'])
  const { accountType, status, agreedLimit, currency } = account
  if (status !== 'ACTIVE') return <span className={styles.state}>{t(`accounts:status.${status}`)}</span>
  if (isOwed(accountType)) return <span className={styles.word}>{t('toDraw')}</span>
  const hasLimit = ACCOUNT_KINDS[accountType].mayHaveLimit && fromLedger(agreedLimit, currency).minor > 0n
  return hasLimit && <span className={styles.word}>{t('withLimit')}</span>
}
