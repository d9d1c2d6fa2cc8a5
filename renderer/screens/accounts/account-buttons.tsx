import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { useGo } from '../../app/navigate.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'

type Props = {
  readonly account: AccountView
  readonly mayPost: boolean
  /** Whether the keys work; the buttons always do. */
  readonly enabled: boolean
}

const POSTINGS = [
  { key: 'F4', kind: 'deposit' },
  { key: 'F5', kind: 'withdraw' },
  { key: 'F6', kind: 'transfer' },
] as const

/** The postings that begin at the counter with this account, and its statement; each is a key too. */
export function AccountButtons({ account, mayPost, enabled }: Props) {
  const { t } = useTranslation('accounts')
  const { openCounter, openStatement } = useAccountKeys({ account, mayPost, enabled })
  const usable = account.status === 'ACTIVE'
  return (
    <div className="row account-buttons">
      {mayPost &&
        POSTINGS.map(({ key, kind }) => (
          <BusyButton
            key={key}
            variant={key === 'F4' ? 'filled' : 'default'}
            keys={key}
            unavailable={!usable}
            onClick={() => openCounter(kind)}
          >
            {t(kind)}
          </BusyButton>
        ))}
      <BusyButton variant="default" keys="F8" onClick={openStatement}>
        {t('statement')}
      </BusyButton>
    </div>
  )
}

function useAccountKeys({ account, mayPost, enabled }: Props) {
  const { t } = useTranslation('accounts')
  const go = useGo()
  const { id, customerId, accountNumber, status } = account
  const openCounter = (kind: string) => go('/counter', { customer: customerId, account: accountNumber, kind })
  const openStatement = () => go('/accounts', { account: id })
  const disabled = status !== 'ACTIVE'
  const postings = POSTINGS.map(({ key, kind }) => [
    key,
    { label: t(kind), run: () => openCounter(kind), disabled },
  ])
  useKeys(
    {
      ...(mayPost ? Object.fromEntries(postings) : {}),
      F8: { label: t('statement'), run: openStatement },
    },
    { enabled },
  )
  return { openCounter, openStatement }
}
