import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import layout from '../../theme/layout.module.css'
import { useProofExport } from './use-proof-export.ts'

/** Prints the proof of a closed day, again and again, and saves what was kept for another program. */
export function ProofExport({ businessDate }: { readonly businessDate: string }) {
  const { t } = useTranslation(['branches', 'printers'])
  const { save, busy, failure, format, printedOn } = useProofExport(businessDate)
  const buttons = [
    ['PDF', t('proof.print'), IconPrinter],
    ['JSON', t('proof.export'), IconDownload],
  ] as const
  return (
    <div className={layout.sideBySide}>
      <FailureNote failure={failure} />
      {printedOn !== null && <Note tone="ok">{t('printers:printed', { printer: printedOn })}</Note>}
      {buttons.map(([kind, label, Icon]) => (
        <BusyButton
          key={kind}
          variant="default"
          leftSection={<Icon size={16} aria-hidden />}
          busy={busy && format === kind}
          unavailable={busy && format !== kind}
          onClick={() => void save(kind)}
        >
          {label}
        </BusyButton>
      ))}
    </div>
  )
}
