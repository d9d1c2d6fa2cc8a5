import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { useGo } from '../../app/navigate.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useWhenReady } from '../../keyboard/use-when-ready.ts'
import { usePostingKeys } from './use-posting-keys.ts'

/**
 * The keys about the chosen account, and what its buttons do. Null: it was opened a moment ago and is on its way; a key that is pressed
 * until then is held for it.
 */
export function useAccountKeys(account: AccountView | null, enabled: boolean) {
  const { t } = useTranslation('accounts')
  const go = useGo()
  const posting = usePostingKeys(account ?? undefined, enabled)
  const { press: openStatement } = useWhenReady(
    account !== null,
    () => account !== null && go('/accounts', { account: account.id }),
  )
  useKeys({ F8: { label: t('statement'), run: openStatement, minor: true } }, { enabled })
  return { ...posting, openStatement }
}

export type AccountKeys = ReturnType<typeof useAccountKeys>
