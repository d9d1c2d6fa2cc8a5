import { memo, type KeyboardEvent, type MouseEvent } from 'react'
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
  /** Null while the chosen one is not in the list yet. */
  readonly chosen: string | null
  readonly onChoose: (account: AccountView) => void
}

/** Arrow keys move between the rows; Enter, Space and a click anywhere in a row choose. One listener for all of them. */
const choosing = ({ accounts, onChoose }: Props) => ({
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => roveFocus(event, 'button'),
  onClick: ({ target }: MouseEvent<HTMLElement>) => {
    const id = target instanceof Element ? target.closest('tr')?.dataset['account'] : undefined
    const account = accounts.find((known) => known.id === id)
    if (account !== undefined) onChoose(account)
  },
})

/** One row per account; the chosen one is what the keys are about. */
export function AccountTable(props: Props) {
  const { accounts, chosen } = props
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
      <tbody {...choosing(props)}>
        {accounts.map((account) => (
          <Row key={account.id} account={account} isChosen={account.id === chosen} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = {
  readonly account: AccountView
  readonly isChosen: boolean
}

/** Drawn again only when something of it changes: a company may have hundreds of accounts. */
const Row = memo(function Row({ account, isChosen }: RowProps) {
  const { t } = useTranslation('accounts')
  const { accountType, accountNumber, currency, status } = account
  const type = t(`type.${accountType}`)
  const number = formatAccountNumber(accountNumber)
  const owed = isOwed(accountType)
  return (
    <tr data-on={isChosen || undefined} className={styles.account} data-account={account.id}>
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
})
