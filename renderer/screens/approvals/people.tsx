import { useTranslation } from 'react-i18next'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { Fact } from '../../components/fact.tsx'
import { classes } from '../../theme/classes.ts'
import facts from '../../components/facts.module.css'

/** Who proposed it and when, and what came of it. */
export function People({ view }: { readonly view: ApprovalView }) {
  const { t } = useTranslation('approvals')
  const { time } = useBranchTime()
  return (
    <dl className={classes(facts.facts, facts.onePerLine)}>
      <Fact label={t('proposedBy')}>
        <bdi>{view.proposedBy}</bdi>
      </Fact>
      <Fact label={t('proposedAt')}>{time(view.proposedAt)}</Fact>
      {view.status !== 'PENDING' && <Fact label={t('outcome')}>{t(`status.${view.status}`)}</Fact>}
      {view.decidedBy !== null && (
        <Fact label={t('decidedBy')}>
          <bdi>{view.decidedBy}</bdi>
        </Fact>
      )}
      {view.decidedBeside !== null && (
        <Fact label={t('decidedBeside')}>
          <bdi>{view.decidedBeside}</bdi>
        </Fact>
      )}
      {view.decidedAt !== null && <Fact label={t('decidedAt')}>{time(view.decidedAt)}</Fact>}
      {view.reason !== null && <Fact label={t('reason')}>{view.reason}</Fact>}
    </dl>
  )
}
