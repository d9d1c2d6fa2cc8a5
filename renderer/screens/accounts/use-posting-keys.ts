import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { useGo } from '../../app/navigate.ts'
import { useMay } from '../../calls/use-may.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { slipKind, slipKinds, type SlipKind } from '../postings/slip-kinds.ts'

/** The keys that begin a posting at the counter with this account. Answers what the buttons beside them do. */
export function usePostingKeys(account: AccountView | undefined, enabled: boolean) {
  const { t } = useTranslation('postings')
  const go = useGo()
  const mayPost = useMay('postings.postDeposit')
  const status = account?.status
  const isDisabled = (kind: SlipKind) => status !== 'ACTIVE' && !(status === 'INACTIVE' && kind === 'deposit')
  const begin = (kind: SlipKind) =>
    account !== undefined &&
    go('/counter', { customer: account.customerId, account: account.accountNumber, kind })
  const keys = slipKinds.map((kind) => {
    const label = t(`slips.${kind}.key`)
    return [slipKind(kind).key, { label, run: () => void begin(kind), disabled: isDisabled(kind) }] as const
  })
  useKeys(mayPost ? Object.fromEntries(keys) : {}, { enabled })
  return { mayPost, isDisabled, begin }
}
