import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DateText } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { SaveButtons } from '../../components/save-buttons.tsx'
import { LongWork } from '../../components/work-bar.tsx'
import { PreviewButton } from '../printers/preview/preview-button.tsx'
import { isCrossed, type Period } from './statement-filter.ts'
import { useStatementExport } from './use-statement-export.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './statement-export.module.css'

type Props = { readonly accountId: string; readonly period: Period }

/** Saves the statement of the period that is looked at as a file. */
export function StatementExport({ accountId, period }: Props) {
  const { t } = useTranslation(['accounts', 'printers'])
  const { busy, format, save, failure, saved, progress, cancel, ...paper } = useStatementExport(
    accountId,
    period,
  )
  return (
    <section className={classes(layout.stack, styles.export)} aria-labelledby="export-title">
      <h3 id="export-title">{t('export')}</h3>
      <p className={typography.secondary}>
        <PeriodText period={period} />
      </p>
      <SaveButtons
        formats={KINDS}
        labelOf={(kind) => FORMATS[kind]}
        nameOf={(kind) => t('exportAs', { format: FORMATS[kind] })}
        saving={busy ? format : null}
        unavailable={isCrossed(period)}
        onSave={(kind) => void save(kind)}
      />
      <PreviewButton
        paper={{ of: 'STATEMENT', accountId, from: period.from, to: period.to }}
        unavailable={isCrossed(period)}
        onPrint={paper.print}
        onSave={() => void save('PDF')}
      />
      {paper.print !== null && (
        <BusyButton
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          busy={paper.printing}
          unavailable={isCrossed(period)}
          onClick={paper.print}
        >
          {t('printers:print')}
        </BusyButton>
      )}
      <LongWork progress={progress} label={t('export')} onCancel={cancel} />
      <FailureNote failure={failure} />
      {paper.printed !== null && <Note tone="ok">{paper.printed}</Note>}
      {saved !== null && <Note tone="ok">{t('saved', { name: saved })}</Note>}
    </section>
  )
}

function PeriodText({ period: { from, to } }: Pick<Props, 'period'>) {
  const { t } = useTranslation('accounts')
  if (from === null && to === null) return t('wholeHint')
  return (
    <>
      {from !== null && (
        <>
          {t('look.since')} <DateText value={from} />{' '}
        </>
      )}
      {to !== null && (
        <>
          {t('look.until')} <DateText value={to} />
        </>
      )}
    </>
  )
}

/** As people call them, in every language. */
const FORMATS = { PDF: 'PDF', CSV: 'CSV', CAMT: 'camt.053' } as const
const KINDS = ['PDF', 'CSV', 'CAMT'] as const
