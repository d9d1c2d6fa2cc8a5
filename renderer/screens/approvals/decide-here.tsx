import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { OverrideForm } from './override-form.tsx'

type Props = {
  readonly view: ApprovalView
  /** After a decision, with its outcome. */
  readonly onDecided?: () => void
  /** As high as the buttons beside it. */
  readonly size?: 'lg'
}

/** Lets somebody who stands beside decide here with their own password, without ending this person's work or their own elsewhere. */
export function DecideHere({ view, onDecided, size }: Props) {
  const { t } = useTranslation('approvals')
  const [asking, setAsking] = useState(false)
  useKeys({ O: { label: t('override.start'), run: () => setAsking(true) } }, { enabled: !asking })
  if (view.deciders.length === 0 || view.needsPassword || view.needsCount) return null
  if (asking)
    return (
      <OverrideForm
        view={view}
        onClose={() => setAsking(false)}
        {...(onDecided === undefined ? {} : { onDecided })}
      />
    )
  return (
    <BusyButton
      {...(size === undefined ? {} : { size })}
      variant="default"
      keys="O"
      fullWidth
      onClick={() => setAsking(true)}
    >
      {t('override.start')}
    </BusyButton>
  )
}
