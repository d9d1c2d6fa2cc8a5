import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/contract/jobs.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { Fact } from '../../components/fact.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { AuditGrowth } from './audit-growth.tsx'
import { JobActions } from './job-actions.tsx'
import { ToBackups } from './to-backups.tsx'
import { JobHistory } from './job-history.tsx'
import { JobNotes } from './job-notes.tsx'
import { howOften, TONES } from './job-words.ts'
import { classes } from '../../theme/classes.ts'
import facts from '../../components/facts.module.css'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'
import typography from '../../theme/typography.module.css'

/** What a job does and how it stands, what may be done about it, and its last runs. */
export function JobDetail({ job }: { readonly job: Job }) {
  const { t } = useTranslation('jobs')
  return (
    <>
      <header className={panel.head}>
        <h2>{t(`names.${job.name}`)}</h2>
        <span className={layout.grow} />
        <StatusBadge tone={TONES[job.state]}>{t(`state.${job.state}`)}</StatusBadge>
      </header>
      <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop)}>
        <p className={typography.secondary}>{t(`what.${job.name}`)}</p>
        <JobFacts job={job} />
        <JobNotes job={job} />
        {job.state === 'NOT_SET_UP' ? <ToBackups /> : <JobActions job={job} />}
        {job.name === 'AUDIT_GROWTH' && <AuditGrowth />}
        <JobHistory name={job.name} />
      </div>
    </>
  )
}

function JobFacts({ job }: { readonly job: Job }) {
  const { t } = useTranslation('jobs')
  const { time } = useBranchTime()
  const { key, count } = howOften(job.everySeconds)
  return (
    <dl className={facts.facts}>
      <Fact label={t('every')}>{t(key, { count })}</Fact>
      <Fact label={t('lastDone')}>
        {job.lastDoneAt === null ? t('never') : <bdi>{time(job.lastDoneAt)}</bdi>}
      </Fact>
      <Fact label={t('missed')}>{t(`catchUp.${job.catchUp}`)}</Fact>
    </dl>
  )
}
