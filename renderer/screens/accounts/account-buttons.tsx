import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { useGo } from '../../app/navigate.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { slipKind, slipKinds, type SlipKind } from '../postings/slip-kinds.ts'
import layout from '../../theme/layout.module.css'

type Props = {
  readonly account: AccountView
  readonly mayPost: boolean
  /** Whether the keys work; the buttons always do. */
  readonly enabled: boolean
}

/** The postings that begin at the counter with this account, and its statement; each is a key too. */
export function AccountButtons({ account, mayPost, enabled }: Props) {
  const { t } = useTranslation(['accounts', 'postings'])
  const { openCounter, openStatement } = useAccountKeys({ account, mayPost, enabled })
  const usable = account.status === 'ACTIVE'
  return (
    <div className={layout.sideBySide}>
      {mayPost &&
        slipKinds.map((kind, at) => (
          <BusyButton
            key={kind}
            variant={at === 0 ? 'filled' : 'default'}
            keys={slipKind(kind).key}
            unavailable={!usable}
            onClick={() => openCounter(kind)}
          >
            {t(`postings:slips.${kind}.key`)}
          </BusyButton>
        ))}
      <BusyButton variant="default" keys="F8" onClick={openStatement}>
        {t('statement')}
      </BusyButton>
    </div>
  )
}

function useAccountKeys({ account, mayPost, enabled }: Props) {
  const { t } = useTranslation(['accounts', 'postings'])
  const go = useGo()
  const { id, customerId, accountNumber, status } = account
  const openCounter = (kind: SlipKind) =>
    go('/counter', { customer: customerId, account: accountNumber, kind })
  const openStatement = () => go('/accounts', { account: id })
  const disabled = status !== 'ACTIVE'
  const postings = slipKinds.map((kind) => {
    const label = t(`postings:slips.${kind}.key`)
    return [slipKind(kind).key, { label, run: () => openCounter(kind), disabled }] as const
  })
  useKeys(
    {
      ...(mayPost ? Object.fromEntries(postings) : {}),
      F8: { label: t('statement'), run: openStatement },
    },
    { enabled },
  )
  return { openCounter, openStatement }
}
