import { useTranslation } from 'react-i18next'
import { useMay } from '../../calls/use-may.ts'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { ACTIONS_OF } from './actions-of.ts'
import { AccountButtons } from './account-buttons.tsx'
import { AccountChanges } from './account-changes.tsx'
import { AccountFacts } from './account-facts.tsx'
import { Holds } from './holds.tsx'
import { LimitChange } from './limit-change.tsx'
import { Reactivation } from './reactivation.tsx'
import { StatusChange } from './status-change.tsx'
import type { AccountKeys } from './use-account-keys.ts'
import type { Change } from './use-status-change.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './account-actions.module.css'

type Props = {
  readonly account: AccountView
  /** The change that the form asks about; meanwhile the page's other keys are off. */
  readonly change: Change | null
  readonly onBegin: (change: Change) => void
  readonly onClose: (message: string | null) => void
  readonly keys: AccountKeys
}

/** What can be done with one account: postings at the counter, its statement, and its freezing and closing here. */
export function AccountActions({ account, change, onBegin, onClose, keys }: Props) {
  const { t } = useTranslation('accounts')
  const mayFreeze = useMay('accounts.freeze')
  const mayUnfreeze = useMay('accounts.unfreeze')
  const name = `${t(`type.${account.accountType}`)} ${formatAccountNumber(account.accountNumber)}`
  return (
    <section className={styles.actions} aria-label={name}>
      {change === null && (
        <h3 id={ACTIONS_OF} className={typography.primary}>
          <bdi>{name}</bdi>
        </h3>
      )}
      <AccountButtons keys={keys} />
      {change === null ? (
        <div className={classes(layout.sideBySide, styles.second)}>
          <AccountFacts account={account} mayUnfreeze={mayUnfreeze} />
          <span className={layout.grow} />
          {mayFreeze && <AccountChanges account={account} mayUnfreeze={mayUnfreeze} onBegin={onBegin} />}
        </div>
      ) : change === 'limit' ? (
        <LimitChange account={account} onClose={onClose} />
      ) : change === 'holds' ? (
        <Holds account={account} onClose={onClose} />
      ) : change === 'reactivate' ? (
        <Reactivation account={account} onClose={onClose} />
      ) : (
        <StatusChange account={account} change={change} onClose={onClose} />
      )}
    </section>
  )
}
