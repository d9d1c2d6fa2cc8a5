import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../calls/use-may.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { ScanBar } from './scan-bar.tsx'
import { ScanNotes } from './scan-notes.tsx'
import { ScannerSetup } from './scanner-setup.tsx'
import { useScan } from './use-scan.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './scan-panel.module.css'

/** Scanning, where files are dropped and chosen: each page is handed over as a file. Where no scanner is known yet, one is added here. */
export function ScanPanel({ onScanned }: { readonly onScanned: (files: readonly File[]) => void }) {
  const { t } = useTranslation('scanners')
  const may = useMay('scanners.scan')
  const { answer } = useQueryCall('scanners.list', {}, { enabled: may })
  const scan = useScan(onScanned)
  const [managing, setManaging] = useState(false)
  if (!may) return null
  const scanners = answer.state === 'known' ? answer.value.scanners : []
  return (
    <section className={styles.panel} aria-label={t('title')}>
      <AnswerNote answer={answer} />
      <ScanNotes scan={scan} />
      {managing ? (
        <ScannerSetup scanners={scanners} onClose={() => setManaging(false)} />
      ) : scanners.length > 0 ? (
        <ScanBar scanners={scanners} scan={scan} onManage={() => setManaging(true)} />
      ) : (
        answer.state === 'known' && (
          <div className={styles.controls}>
            <span className={typography.secondary}>{t('none')}</span>
            <span className={layout.grow} />
            <BusyButton variant="default" onClick={() => setManaging(true)}>
              {t('addFirst')}
            </BusyButton>
          </div>
        )
      )}
    </section>
  )
}
