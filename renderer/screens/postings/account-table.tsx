import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { roveFocus } from '../../keyboard/roving.ts'
import { AccountRow } from './account-row.tsx'
import { fillInAccount, focusAccounts, useCounterWork } from './counter-work.ts'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'
import table from '../../components/table.module.css'
import styles from './account-table.module.css'

type Props = {
  readonly accounts: readonly AccountView[]
  /** Null while the one that was opened a moment ago is not in the list yet. */
  readonly selected: AccountView | null
}

/** A table that is navigated by arrow keys is a grid (WAI-ARIA practices); its rows and cells follow from that. */
const GRID = { role: 'grid' } as const

/** The customer's accounts. Arrow keys choose, Enter fills the chosen one in on the slip. */
export function AccountTable({ accounts, selected }: Props) {
  const { t } = useTranslation('postings')
  const body = useRef<HTMLTableSectionElement>(null)
  const focusWhenChosen = useCounterWork((work) => work.focusWhenChosen)
  useEffect(() => {
    if (focusWhenChosen !== null)
      focusAccounts(focusWhenChosen, body.current?.querySelector('tr[tabindex="0"]') ?? null)
  }, [focusWhenChosen])
  const [first, ...others] = new Set(accounts.map(({ currency }) => currency))
  const commonCurrency = others.length === 0 ? first : undefined
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return roveFocus(event, 'tr')
    event.preventDefault()
    if (selected !== null) fillInAccount(formatAccountNumber(selected.accountNumber))
  }
  return (
    <div className={styles.frame}>
      <table className={classes(table.table, styles.accounts)} {...GRID} aria-label={t('accounts')}>
        <AccountHead currency={commonCurrency} />
        <tbody ref={body} {...{ onKeyDown }}>
          {accounts.map((account) => (
            <AccountRow
              key={account.id}
              account={account}
              on={account.id === selected?.id}
              withCurrency={commonCurrency === undefined}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The currency stands in the head if all accounts have the same. */
function AccountHead({ currency }: { readonly currency: string | undefined }) {
  const { t } = useTranslation('postings')
  return (
    <thead>
      <tr>
        <th scope="col">{t('account')}</th>
        <th scope="col" className={table.numeric}>
          {t('ledger')} <span className={typography.currency}>{currency}</span>
        </th>
        <th scope="col" className={table.numeric}>
          {t('available')} <span className={typography.currency}>{currency}</span>
        </th>
      </tr>
    </thead>
  )
}
