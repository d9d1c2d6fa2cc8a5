import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { useStatementExport, type StatementExporting } from './use-statement-export.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './statement-export.module.css'

/** Saves the statement of a period as a file. */
export function StatementExport({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation('accounts')
  const exporting = useStatementExport(accountId)
  const { control, failure, saved } = exporting
  return (
    <form
      data-text="none"
      className={classes(layout.stack, styles.export)}
      aria-labelledby="export-title"
      onSubmit={(event) => event.preventDefault()}
      noValidate
    >
      <h3 id="export-title">{t('export')}</h3>
      <div className={layout.twoColumns}>
        <FormText control={control} name="from" label={t('from')} type="date" dir="ltr" />
        <FormText control={control} name="to" label={t('to')} type="date" dir="ltr" />
      </div>
      <p className={typography.secondary}>{t('wholeHint')}</p>
      <SaveButtons exporting={exporting} />
      <FailureNote failure={failure} />
      {saved !== null && <Note tone="ok">{t('saved', { name: saved })}</Note>}
    </form>
  )
}

function SaveButtons({ exporting }: { readonly exporting: StatementExporting }) {
  const { t } = useTranslation('accounts')
  const { busy, format, save } = exporting
  return (
    <div className={layout.twoColumns}>
      {(['PDF', 'CSV'] as const).map((kind) => (
        <BusyButton
          key={kind}
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          busy={busy && format === kind}
          unavailable={busy && format !== kind}
          onClick={() => save(kind)}
        >
          {kind === 'PDF' ? t('exportPdf') : t('exportCsv')}
        </BusyButton>
      ))}
    </div>
  )
}
