import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../calls/api.ts'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './report-bar.module.css'

type Props = {
  readonly hint: string
  readonly busy: boolean
  readonly available: boolean
  readonly saved: string | null
  readonly failure: Failure | null
  readonly onSave: () => void
  /** What is chosen for the report. */
  readonly children?: ReactNode
}

/** What a report says, what is chosen for it, and the button that saves it; beneath what came of that. */
export function ReportBar({ hint, busy, available, saved, failure, onSave, children }: Props) {
  const { t } = useTranslation('users')
  useKeys(available ? { 'Ctrl+S': { label: t('report.save'), run: onSave } } : {})
  return (
    <div className={classes(layout.padded, layout.stack)}>
      <div className={styles.choices}>
        {children}
        <p className={classes(layout.grow, typography.secondary)}>{hint}</p>
        <BusyButton variant="default" keys="Ctrl+S" busy={busy} unavailable={!available} onClick={onSave}>
          {t('report.save')}
        </BusyButton>
      </div>
      <FailureNote failure={failure} />
      {saved !== null && <Note tone="ok">{t('report.saved', { name: saved })}</Note>}
    </div>
  )
}
