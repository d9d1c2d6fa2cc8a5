import { useTranslation } from 'react-i18next'
import type { BackupView } from '../../../shared/contract/backups.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { Fact } from '../../components/fact.tsx'
import { Note } from '../../components/failure-note.tsx'
import { backupMessage } from '../../feedback/messages.ts'
import facts from '../../components/facts.module.css'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'

/** What the newest drill found. */
export function DrillReport({ view: { lastDrill } }: { readonly view: BackupView }) {
  const { t } = useTranslation('backups')
  const { time, exactTime } = useBranchTime()
  return (
    <section className={layout.stack} aria-label={t('drill.title')}>
      <h2 className={typography.strong}>{t('drill.title')}</h2>
      <p>{t('drill.what')}</p>
      <dl className={facts.facts}>
        <Fact label={t('lastDrill')}>{lastDrill === null ? t('never') : time(lastDrill.at)}</Fact>
      </dl>
      {lastDrill !== null && lastDrill.fault === null && (
        <Note tone="ok">
          {t('drill.good', { ...lastDrill, upTo: exactTime(lastDrill.upTo ?? lastDrill.at) })}
        </Note>
      )}
      {lastDrill?.fault != null && (
        <Note tone="bad">
          <p>{t('drill.bad')}</p>
          <p>{backupMessage(lastDrill.fault.code, lastDrill.fault.about)}</p>
        </Note>
      )}
    </section>
  )
}
