import { useRef } from 'react'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { readAccountNumber } from '../../../shared/check-digit.ts'
import { useGo } from '../../app/navigate.ts'
import { useWhenReady } from '../../keyboard/use-when-ready.ts'
import { useCounterWork } from './counter-work.ts'
import { useTypedAccount } from './use-typed-account.ts'

/**
 * Opens the statement of the selected account. While the one whose number was typed on the slip is looked up, a press waits for it and is
 * about it: the account that is still shown is the former one. Typing on withdraws the press. Null: there is nothing to open.
 */
export function useOpenStatement(selected: AccountView | null): (() => void) | null {
  const go = useGo()
  const typed = useCounterWork(({ draft }) => draft.account)
  const { account, loading } = useTypedAccount(typed)
  const open = (id: string | undefined) => id !== undefined && go('/accounts', { account: id })
  const pressedFor = useRef(typed)
  const { press } = useWhenReady(!loading, () => pressedFor.current === typed && open(account?.id))
  if (loading)
    return () => {
      pressedFor.current = typed
      press()
    }
  const isUnknown = account === undefined && readAccountNumber(typed) !== null
  const shown = selected ?? account
  return isUnknown || shown === undefined ? null : () => open(shown.id)
}
