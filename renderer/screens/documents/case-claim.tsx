import { useTranslation } from 'react-i18next'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { useCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'

type Props = { readonly item: QueuedDocument }

/** Who has the case, and taking it or giving it back: C does both. */
export function CaseClaim({ item }: Props) {
  const { t } = useTranslation('documents')
  const may = useMay('documents.claim')
  const { time } = useBranchTime()
  const claiming = useCall('documents.claim')
  const releasing = useCall('documents.release')
  const { claim, customerId } = item
  const isOwn = claim?.own === true
  const isTaken = claim !== null && !isOwn
  const action = isOwn ? releasing : claiming
  const run = () => void action.run({ customerId })
  const label = isOwn ? t('claim.release') : t('claim.take')
  useKeys({ C: { label, run, disabled: isTaken || action.busy } }, { enabled: may })
  if (isTaken)
    return <Note tone="warn">{t('claim.other', { name: claim.name, time: time(claim.until) })}</Note>
  return (
    <>
      <div className={layout.sideBySide}>
        <span className={typography.secondary}>
          {isOwn ? t('claim.own', { time: time(claim.until) }) : t('claim.free')}
        </span>
        <span className={layout.grow} />
        {may && (
          <BusyButton variant="default" size="xs" keys="C" busy={action.busy} onClick={run}>
            {label}
          </BusyButton>
        )}
      </div>
      <FailureNote failure={claiming.failure ?? releasing.failure} />
    </>
  )
}
