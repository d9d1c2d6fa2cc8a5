import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { useGo } from '../../app/navigate.ts'
import { useMay } from '../../calls/use-may.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useWhenReady } from '../../keyboard/use-when-ready.ts'
import { slipKind, slipKinds, type SlipKind } from '../postings/slip-kinds.ts'

/**
 * The keys that begin a posting at the counter with this account; one that is pressed while the account is on its way is answered when it has
 * arrived. Answers what the buttons beside them do.
 */
export function usePostingKeys(account: AccountView | undefined, enabled: boolean) {
  const { t } = useTranslation('postings')
  const go = useGo()
  const mayPost = useMay('postings.postDeposit')
  const status = account?.status
  const isDisabled = (kind: SlipKind) => status !== 'ACTIVE' && !(status === 'INACTIVE' && kind === 'deposit')
  const begin = (kind: SlipKind) =>
    account !== undefined &&
    go('/counter', { customer: account.customerId, account: account.accountNumber, kind })
  const pressed = useRef<SlipKind>('deposit')
  const { press } = useWhenReady(account !== undefined, () => {
    if (!isDisabled(pressed.current)) begin(pressed.current)
  })
  const run = (kind: SlipKind) => () => {
    pressed.current = kind
    press()
  }
  const keys = slipKinds.map((kind) => {
    const disabled = account !== undefined && isDisabled(kind)
    return [
      slipKind(kind).key,
      { label: t(`slips.${kind}.key`), run: run(kind), disabled, minor: true },
    ] as const
  })
  useKeys(mayPost ? Object.fromEntries(keys) : {}, { enabled })
  return { mayPost, isDisabled, begin }
}
