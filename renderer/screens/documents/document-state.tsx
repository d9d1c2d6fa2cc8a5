import { useTranslation } from 'react-i18next'
import type { DocumentView } from '../../../shared/contract/document-views.ts'
import { useSession } from '../../calls/use-session.ts'
import { DateText } from '../../components/bidi.tsx'
import { formatDate } from '../../i18n/dates.ts'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'
import styles from './document-state.module.css'

type Props = { readonly document: DocumentView }

/** Compared with the branch's calendar, as the database does, whatever day is open: an expired document still stands in the list and must not be taken for valid. */
export function Expiry({ document: { expiresAt } }: Props) {
  const { t } = useTranslation('documents')
  const { branch } = useSession()
  if (expiresAt === null) return <span className={typography.subdued}>{t('held.doesNotExpire')}</span>
  const today = branch?.localDate ?? ''
  return (
    <>
      <DateText value={expiresAt} />
      {expiresAt < today && (
        <p className={classes(typography.secondary, styles.expired)}>{t('held.expired')}</p>
      )}
    </>
  )
}

/** When and by which rule its content was deleted; nothing where it is kept. */
export function DeletionText({ document: { deletion } }: Props) {
  const { t } = useTranslation('retention')
  if (deletion === null) return null
  const { on, event, years } = deletion
  const words = { date: formatDate(on), count: years, event: t(`events.${event}`) }
  return <p className={classes(typography.secondary, styles.decision)}>{t('deletedByRule', words)}</p>
}

/** Who decided and why; before the decision, that another user has to make it. */
export function DecisionText({ document }: Props) {
  const words = useDecisionWords(document)
  return words === null ? null : <p className={classes(typography.secondary, styles.decision)}>{words}</p>
}

function useDecisionWords({ status, uploadedBy, verifiedBy, rejectionReason }: DocumentView): string | null {
  const { t } = useTranslation('documents')
  if (status === 'PENDING') return t('held.fourEyes', { name: uploadedBy })
  if (status === 'REJECTED')
    return t('held.rejectedBy', { name: verifiedBy ?? '', reason: rejectionReason ?? '' })
  return verifiedBy === null ? null : t('held.approvedBy', { name: verifiedBy })
}
