import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewProps } from './view-props.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { DayFilter } from '../../components/form/day-filter.tsx'
import { SaveButtons } from '../../components/save-buttons.tsx'
import { WorkBar } from '../../components/work-bar.tsx'
import { isCrossed, useJournalExport, type Days } from './use-journal-export.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './books.module.css'

const FORMATS = ['HLEDGER', 'BEANCOUNT'] as const

/** Saves the journal of a period for hledger or beancount. */
export function JournalExport({ header }: ViewProps) {
  const { t } = useTranslation('books')
  return (
    <Columns layout="single">
      <Column label={t('view.export')}>
        {header}
        <JournalForm />
      </Column>
    </Columns>
  )
}

function JournalForm() {
  const { t } = useTranslation('books')
  const [days, setDays] = useState<Days>({ from: null, to: null })
  const { save, failure, format, saved, progress, cancel } = useJournalExport(days)
  const crossed = isCrossed(days)
  return (
    <section className={classes(layout.padded, layout.stack, styles.panel)} aria-labelledby="export-title">
      <h2 id="export-title">{t('export.title')}</h2>
      <p className={typography.secondary}>{t('export.text')}</p>
      <div className={layout.twoColumns}>
        <DayFilter
          label={t('export.from')}
          value={days.from}
          onChange={(from) => setDays({ ...days, from })}
        />
        <DayFilter
          label={t('export.to')}
          value={days.to}
          problem={crossed ? t('export.crossed') : null}
          onChange={(to) => setDays({ ...days, to })}
        />
      </div>
      {progress === null ? (
        <SaveButtons
          formats={FORMATS}
          labelOf={(kind) => t(`export.${kind}`)}
          saving={null}
          unavailable={crossed}
          onSave={(kind) => void save(kind)}
        />
      ) : (
        <WorkBar progress={progress} label={t(`export.${format}`)} onCancel={cancel} />
      )}
      <FailureNote failure={failure} />
      {saved !== null && <Note tone="ok">{saved}</Note>}
    </section>
  )
}
