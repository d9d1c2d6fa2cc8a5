import { useTranslation } from 'react-i18next'
import type { ScannerView } from '../../../shared/contract/scanners.ts'
import { useCall } from '../../calls/use-call.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { AddScanner } from './add-scanner.tsx'
import { FoundScanners } from './found-scanners.tsx'
import { ScannerRow } from './scanner-row.tsx'
import typography from '../../theme/typography.module.css'
import layout from '../../theme/layout.module.css'
import styles from '../../components/device-list.module.css'

type Props = { readonly scanners: readonly ScannerView[]; readonly onClose: () => void }

/** The scanners of this workstation: known ones can be removed, others added. */
export function ScannerSetup({ scanners, onClose }: Props) {
  const { t } = useTranslation('scanners')
  const remove = useCall('scanners.remove')
  return (
    <div className={layout.stack}>
      <h2 className={typography.strong}>{t('setup')}</h2>
      {scanners.length > 0 && (
        <ul className={styles.list} aria-label={t('known')}>
          {scanners.map(({ id, name, address, sources }) => (
            <ScannerRow key={id} name={name} address={address} sources={sources.map(({ source }) => source)}>
              <BusyButton
                variant="default"
                unavailable={remove.busy}
                aria-label={t('removeOne', { name })}
                onClick={() => void remove.run({ scannerId: id })}
              >
                {t('remove')}
              </BusyButton>
            </ScannerRow>
          ))}
        </ul>
      )}
      <FailureNote failure={remove.failure} />
      <FoundScanners known={scanners} onAdded={onClose} />
      <AddScanner onClose={onClose} />
    </div>
  )
}
