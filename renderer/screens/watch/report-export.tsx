import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../calls/use-call.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { download } from '../../components/download.ts'
import { FailureNote } from '../../components/failure-note.tsx'
import layout from '../../theme/layout.module.css'

const FORMATS = [
  ['PDF', 'exportPdf', IconPrinter],
  ['JSON', 'exportJson', IconDownload],
  ['CSV', 'exportCsv', IconDownload],
] as const

/** The report that was kept, on paper or as a file, again and again. */
export function ReportExport({ alertId }: { readonly alertId: string }) {
  const { t } = useTranslation('watch')
  const { run, busy, failure } = useCall('watch.exportReport')
  const [making, setMaking] = useState<(typeof FORMATS)[number][0] | null>(null)
  const save = async (format: (typeof FORMATS)[number][0]) => {
    setMaking(format)
    const answer = await run({ alertId, format })
    if (answer?.ok === true) download(answer.value.content, answer.value.fileName, answer.value.mediaType)
  }
  return (
    <div className={layout.sideBySide}>
      <FailureNote failure={failure} />
      {FORMATS.map(([format, label, Icon]) => (
        <BusyButton
          key={format}
          variant="default"
          leftSection={<Icon size={16} aria-hidden />}
          busy={busy && making === format}
          unavailable={busy && making !== format}
          onClick={() => void save(format)}
        >
          {t(label)}
        </BusyButton>
      ))}
    </div>
  )
}
