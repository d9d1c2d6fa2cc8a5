import { useTranslation } from 'react-i18next'
import { Identifier } from '../../components/bidi.tsx'
import { Note } from '../../components/failure-note.tsx'
import buttons from '../../components/buttons.module.css'

type Props = { readonly fingerprint: string; readonly onAccept: () => void }

/** Whether this is the scanner: its certificate is compared with what its display or its page of settings says. */
export function CertificateQuestion({ fingerprint, onAccept }: Props) {
  const { t } = useTranslation('scanners')
  return (
    <Note tone="warn">
      <p>
        <b>{t('certificate')}</b>
      </p>
      <p>{t('certificateHow')}</p>
      <p>
        <Identifier>{fingerprint}</Identifier>
      </p>
      <button type="button" className={buttons.link} onClick={onAccept}>
        {t('certificateSame')}
      </button>
    </Note>
  )
}
