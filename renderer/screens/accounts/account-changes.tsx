import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { ACCOUNT_KINDS, isOwed } from '../../../shared/rules/account-kinds.ts'
import { ACTIONS_OF } from './actions-of.ts'
import type { Change } from './use-status-change.ts'

type Props = {
  readonly account: AccountView
  readonly mayUnfreeze: boolean
  readonly onBegin: (change: Change) => void
}

/** The changes that this account allows: its limit, holds, freeze and close, or for a supervisor lift the freeze. */
export function AccountChanges({ account: { status, accountType }, mayUnfreeze, onBegin }: Props) {
  const { t } = useTranslation('accounts')
  if (status === 'SUSPENDED' && mayUnfreeze)
    return (
      <Button variant="default" aria-describedby={ACTIONS_OF} onClick={() => onBegin('unfreeze')}>
        {t('unfreeze')}
      </Button>
    )
  if (status === 'INACTIVE')
    return (
      <Button variant="default" aria-describedby={ACTIONS_OF} onClick={() => onBegin('reactivate')}>
        {t('reactivate')}
      </Button>
    )
  if (status !== 'ACTIVE') return null
  return (
    <>
      {ACCOUNT_KINDS[accountType].mayHaveLimit && (
        <Button variant="default" aria-describedby={ACTIONS_OF} onClick={() => onBegin('limit')}>
          {t(isOwed(accountType) ? 'limit.changePrincipal' : 'limit.changeOverdraft')}
        </Button>
      )}
      <Button variant="default" aria-describedby={ACTIONS_OF} onClick={() => onBegin('holds')}>
        {t('holds.title')}
      </Button>
      <Button variant="default" aria-describedby={ACTIONS_OF} onClick={() => onBegin('freeze')}>
        {t('freeze')}
      </Button>
      <Button variant="default" aria-describedby={ACTIONS_OF} data-danger onClick={() => onBegin('close')}>
        {t('close')}
      </Button>
    </>
  )
}
