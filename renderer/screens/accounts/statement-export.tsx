import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { BusyButton } from '../../components/busy-button.tsx'
import { download } from '../../components/download.ts'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { useCall } from '../../calls/use-call.ts'
import { i18n } from '../../i18n/i18n.ts'

/** Dates of an empty field are open ends. */
const schema = z
  .object({ from: z.string(), to: z.string() })
  .refine(({ from, to }) => from === '' || to === '' || from <= to, {
    path: ['to'],
    error: () => i18n.t('accounts:fromAfterTo'),
  })

const orNull = (date: string) => (date === '' ? null : date)

/** Saves the statement of a period as a file. */
export function StatementExport({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation('accounts')
  const form = useContractForm(schema, { from: '', to: '' })
  const exporting = useCall('accounts.exportStatement')
  const [format, setFormat] = useState<'PDF' | 'CSV'>('PDF')
  const [saved, setSaved] = useState<string | null>(null)
  const save = (wanted: 'PDF' | 'CSV') =>
    void form.handleSubmit(async ({ from, to }) => {
      setFormat(wanted)
      setSaved(null)
      const period = { from: orNull(from), to: orNull(to) }
      const answer = await exporting.run({ accountId, format: wanted, ...period })
      if (answer?.ok !== true) return
      const { content, fileName, mediaType } = answer.value
      download(content, fileName, mediaType)
      setSaved(fileName)
    })()
  return (
    <form
      className="stack export"
      aria-labelledby="export-title"
      onSubmit={(event) => event.preventDefault()}
      noValidate
    >
      <h3 id="export-title">{t('export')}</h3>
      <div className="two">
        <FormText control={form.control} name="from" label={t('from')} type="date" dir="ltr" />
        <FormText control={form.control} name="to" label={t('to')} type="date" dir="ltr" />
      </div>
      <p className="t2">{t('wholeHint')}</p>
      <div className="two">
        {(['PDF', 'CSV'] as const).map((kind) => (
          <BusyButton
            key={kind}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            busy={exporting.busy && format === kind}
            unavailable={exporting.busy && format !== kind}
            onClick={() => save(kind)}
          >
            {kind === 'PDF' ? t('exportPdf') : t('exportCsv')}
          </BusyButton>
        ))}
      </div>
      <FailureNote failure={exporting.failure} />
      {saved !== null && <Note tone="ok">{t('saved', { name: saved })}</Note>}
    </form>
  )
}
