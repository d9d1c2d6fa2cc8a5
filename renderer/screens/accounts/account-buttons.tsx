import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { useGo } from '../../app/navigate.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { slipKind, slipKinds } from '../postings/slip-kinds.ts'
import { usePostingKeys } from './use-posting-keys.ts'
import { ACTIONS_OF } from './actions-of.ts'
import layout from '../../theme/layout.module.css'

type Props = {
  readonly account: AccountView
  /** Whether the keys work; the buttons always do. */
  readonly enabled: boolean
}

/** The postings that begin at the counter with this account, and its statement; each is a key too. */
export function AccountButtons({ account, enabled }: Props) {
  const { t } = useTranslation(['accounts', 'postings'])
  const go = useGo()
  const { mayPost, isDisabled, begin } = usePostingKeys(account, enabled)
  const openStatement = () => go('/accounts', { account: account.id })
  useKeys({ F8: { label: t('statement'), run: openStatement } }, { enabled })
  return (
    <div className={layout.sideBySide}>
      {mayPost &&
        slipKinds.map((kind, at) => (
          <BusyButton
            key={kind}
            variant={at === 0 ? 'filled' : 'default'}
            keys={slipKind(kind).key}
            unavailable={isDisabled(kind)}
            aria-describedby={ACTIONS_OF}
            onClick={() => begin(kind)}
          >
            {t(`postings:slips.${kind}.key`)}
          </BusyButton>
        ))}
      <BusyButton variant="default" keys="F8" aria-describedby={ACTIONS_OF} onClick={openStatement}>
        {t('statement')}
      </BusyButton>
    </div>
  )
}
