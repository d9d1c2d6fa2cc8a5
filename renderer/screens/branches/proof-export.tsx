import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import layout from '../../theme/layout.module.css'
import { PreviewButton } from '../printers/preview/preview-button.tsx'
import { useProofExport } from './use-proof-export.ts'

/** Prints the proof of a closed day, again and again, and saves what was kept for another program. */
export function ProofExport({ businessDate }: { readonly businessDate: string }) {
  const { t } = useTranslation('branches')
  const { save, print, busy, failure, format, printed } = useProofExport(businessDate)
  const buttons = [
    ['PDF', t('proof.print'), IconPrinter],
    ['JSON', t('proof.export'), IconDownload],
  ] as const
  return (
    <div className={layout.sideBySide}>
      <FailureNote failure={failure} />
      {printed !== null && <Note tone="ok">{printed}</Note>}
      <PreviewButton
        paper={{ of: 'PROOF', businessDate }}
        unavailable={busy}
        onPrint={print}
        onSave={() => void save('PDF')}
      />
      {buttons.map(([kind, label, Icon]) => (
        <BusyButton
          key={kind}
          variant="default"
          leftSection={<Icon size={16} aria-hidden />}
          busy={busy && format === kind}
          unavailable={busy && format !== kind}
          onClick={kind === 'PDF' && print !== null ? print : () => void save(kind)}
        >
          {label}
        </BusyButton>
      ))}
    </div>
  )
}
