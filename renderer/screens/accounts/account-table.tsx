import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { isOwed } from '../../../shared/rules/account-kinds.ts'
import { Amount } from '../../components/amount.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { roveFocus } from '../../keyboard/roving.ts'
import { AccountBadge } from './account-badge.tsx'
import typography from '../../theme/typography.module.css'
import table from '../../components/table.module.css'
import styles from './account-table.module.css'

type Props = {
  readonly accounts: readonly AccountView[]
  readonly chosen: string
  readonly onChoose: (account: AccountView) => void
}

/** Arrow keys move between the rows, Enter and Space choose. */
const ARROW_KEYS = { onKeyDown: (event: KeyboardEvent<HTMLElement>) => roveFocus(event, 'button') }

/** One row per account; the chosen one is what the keys are about. */
export function AccountTable({ accounts, chosen, onChoose }: Props) {
  const { t } = useTranslation('accounts')
  return (
    <table className={table.table} aria-label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('account')}</th>
          <th scope="col" className={styles.state}>
            {t('state')}
          </th>
          <th scope="col" className={table.numeric}>
            {t('ledger')}
          </th>
          <th scope="col" className={table.numeric}>
            {t('available')}
          </th>
        </tr>
      </thead>
      <tbody {...ARROW_KEYS}>
        {accounts.map((account) => (
          <Row
            key={account.id}
            account={account}
            isChosen={account.id === chosen}
            onChoose={() => onChoose(account)}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = {
  readonly account: AccountView
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function Row({ account, isChosen, onChoose }: RowProps) {
  const { t } = useTranslation('accounts')
  const { accountType, accountNumber, currency, status } = account
  const type = t(`type.${accountType}`)
  const number = formatAccountNumber(accountNumber)
  const owed = isOwed(accountType)
  const whole = { onClick: onChoose }
  return (
    <tr data-on={isChosen || undefined} className={styles.account} {...whole}>
      <th scope="row">
        <button type="button" className={styles.name} aria-pressed={isChosen}>
          {type} <Identifier>{number}</Identifier>
        </button>
      </th>
      <td>
        <AccountBadge value={status} />
      </td>
      <td className={table.numeric}>
        {owed && <span className={typography.secondary}>{t('owed')} </span>}
        <Amount value={account.ledgerBalance} currency={currency} withCurrency />
      </td>
      <td className={table.numeric}>
        {owed && <span className={typography.secondary}>{t('mayDraw')} </span>}
        <Amount value={account.availableBalance} currency={currency} withCurrency strong />
      </td>
    </tr>
  )
}
