import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupView } from '../../../shared/contract/backups.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { Note } from '../../components/failure-note.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { BackupFacts } from './backup-facts.tsx'
import { BackupWarnings } from './backup-warnings.tsx'
import { BackupWorkPanel } from './backup-work.tsx'
import { CheckWords } from './check-words.tsx'
import { ChooseFolder } from './choose-folder.tsx'
import { FirstSheet } from './first-sheet.tsx'
import { DrillReport } from './drill-report.tsx'
import { RestoreForm } from './restore-form.tsx'
import { useBackups } from './use-backups.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'

type Side = 'folder' | 'words' | 'restore'

/** Backups for administrators: how they stand and what can be done, and beside it where they go. */
export function BackupsScreen() {
  const { t } = useTranslation('backups')
  const { answer, view } = useBackups()
  const [side, setSide] = useState<Side>('folder')
  return (
    <Columns layout="list-detail">
      <Column label={t('column')}>
        <PageHeader title={t('title')} />
        <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop)}>
          <AnswerNote answer={answer} />
          {view !== null && <State view={view} />}
        </div>
      </Column>
      <Column label={t('beside')} tone="sunken">
        {view?.isEmbedded === true && <Beside view={view} side={side} onSide={setSide} />}
      </Column>
    </Columns>
  )
}

function State({ view }: { readonly view: BackupView }) {
  const { t } = useTranslation('backups')
  if (!view.isEmbedded) return <Note tone="info">{t('server')}</Note>
  if (view.lastFull === null && (!view.hasSheet || view.folder === null))
    return (
      <>
        <BackupWarnings view={view} />
        <p>{t('first.what')}</p>
      </>
    )
  return (
    <>
      <BackupWarnings view={view} />
      <BackupFacts view={view} />
      <BackupWorkPanel view={view} />
      <DrillReport view={view} />
    </>
  )
}

type BesideProps = {
  readonly view: BackupView
  readonly side: Side
  readonly onSide: (side: Side) => void
}

function Beside({ view, side, onSide }: BesideProps) {
  if (side === 'words') return <CheckWords onLeave={() => onSide('folder')} />
  if (side === 'restore') return <RestoreForm onLeave={() => onSide('folder')} folder={view.folder} />
  if (!view.hasSheet) return <FirstSheet onRestore={() => onSide('restore')} />
  // Another form where something else was chosen meanwhile.
  return <ChooseFolder key={`${view.folder} ${view.keepDays}`} view={view} onSide={onSide} />
}
