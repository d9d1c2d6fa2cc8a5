import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { ACCOUNT_KINDS } from '../../../shared/rules/account-kinds.ts'
import { useMay } from '../../calls/use-may.ts'
import { useKeys } from '../../keyboard/use-keys.ts'

/** The key that opens the passbook of an account, and what the button beside it does; null where there is none for such an account. */
export function usePassbookKey(account: AccountView | undefined, enabled: boolean, open: () => void) {
  const { t } = useTranslation('accounts')
  const mayRead = useMay('accounts.passbook')
  const has = mayRead && account !== undefined && ACCOUNT_KINDS[account.accountType].hasPassbook
  useKeys(has ? { P: { label: t('passbook.title'), run: open, quiet: true } } : {}, { enabled })
  return has ? open : null
}
