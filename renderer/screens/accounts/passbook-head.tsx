import { useTranslation } from 'react-i18next'
import { Identifier } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import panel from '../../components/panel.module.css'

type Props = { readonly serial?: string; readonly onClose: () => void }

/** Which book it is, and the way back. */
export function PassbookHead({ serial, onClose }: Props) {
  const { t } = useTranslation('accounts')
  return (
    <div className={panel.head}>
      <h2>{t('passbook.title')}</h2>
      {serial !== undefined && (
        <span className={typography.secondary}>
          <Identifier>{serial}</Identifier>
        </span>
      )}
      <span className={layout.grow} />
      <BusyButton variant="default" keys="Escape" startHere onClick={onClose}>
        {t('back')}
      </BusyButton>
    </div>
  )
}
