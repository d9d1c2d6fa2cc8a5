import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { slipKind, slipKinds } from '../postings/slip-kinds.ts'
import { ACTIONS_OF } from './actions-of.ts'
import type { AccountKeys } from './use-account-keys.ts'
import layout from '../../theme/layout.module.css'

type Props = {
  /** What each button does; it is a key too. */
  readonly keys: AccountKeys
}

/** The postings that begin at the counter with the chosen account, and its statement. */
export function AccountButtons({ keys: { mayPost, isDisabled, begin, openStatement } }: Props) {
  const { t } = useTranslation(['accounts', 'postings'])
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
