import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Column } from '../../components/columns.tsx'
import { Note } from '../../components/failure-note.tsx'
import { ApprovalFacts } from './approval-facts.tsx'
import { CorrectionEvidence } from './correction-evidence.tsx'
import { Decision } from './decision.tsx'
import { People } from './people.tsx'
import { LOOK_AGAIN_MS } from './use-approvals.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'
import paper from '../../components/paper.module.css'

/** What is to be decided may be longer than its place, so the keys must be able to scroll it. */
const SCROLLED_BY_KEYS = { tabIndex: 0 }

type Props = { readonly approvalId: string; readonly onLeave: () => void }

/** What is to be decided, as it is now; beside it who proposed it and the decision. */
export function ApprovalReview({ approvalId, onLeave }: Props) {
  const { t } = useTranslation('approvals')
  const { answer } = useQueryCall('approvals.read', { approvalId }, { every: LOOK_AGAIN_MS })
  const view = answer.state === 'known' ? answer.value : undefined
  const [shown, setShown] = useState(false)
  const documentId = view === undefined ? null : evidenceOf(view)
  return (
    <>
      <Column label={t('proposal')} tone="canvas">
        <header className={panel.head}>
          <h2>{view === undefined ? '' : t(`kind.${view.kind}`)}</h2>
        </header>
        <section
          className={classes(layout.scroll, paper.shown)}
          aria-label={t('shown')}
          {...SCROLLED_BY_KEYS}
        >
          <AnswerNote answer={answer} />
          {view !== undefined && view.status === 'PENDING' && view.changed.length > 0 && (
            <Note tone="warn">{t('changed')}</Note>
          )}
          {view !== undefined && <ApprovalFacts view={view} />}
          {documentId !== null && <CorrectionEvidence documentId={documentId} onShown={setShown} />}
        </section>
      </Column>
      <Column label={t('decision')}>
        <header className={panel.head}>
          <h2>{t('decision')}</h2>
        </header>
        <div className={classes(layout.scroll, layout.padded)}>
          {view !== undefined && <People view={view} />}
        </div>
        <Decision
          approvalId={approvalId}
          view={view}
          ready={view !== undefined && (documentId === null || shown)}
          onLeave={onLeave}
        />
      </Column>
    </>
  )
}

/** The document that has to be looked at before deciding; null where there is none, or for whom the decision is not. */
const evidenceOf = ({ kind, mayDecide, facts }: ApprovalView): string | null =>
  kind === 'CUSTOMER_CORRECTION' && mayDecide ? String(facts['documentId']) : null
