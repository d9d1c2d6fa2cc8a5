import { useTranslation } from 'react-i18next'
import { useKeys } from '../../keyboard/use-keys.ts'
import { CHECKS, type Check } from './use-checks.ts'
import type { DecisionState } from './use-decision.ts'

type Props = {
  readonly decision: DecisionState
  readonly onTick: (check: Check) => void
  readonly approve: () => void
  readonly reject: () => void
  readonly approvable: boolean
  readonly enabled: boolean
}

/** A approves, R rejects, 1 to 3 tick what was seen. */
export function useCheckerKeys({ decision, onTick, approve, reject, approvable, enabled }: Props): void {
  const { t } = useTranslation('documents')
  const tick = CHECKS.map((check, at) => [
    String(at + 1),
    { label: t(`seenLabel.${check}`), run: () => onTick(check), quiet: true },
  ])
  useKeys(
    {
      A: { label: t('approve'), run: approve, disabled: !approvable },
      R: { label: t('reject'), run: reject, disabled: decision.unavailable },
      ...Object.fromEntries(tick),
    },
    { enabled },
  )
}
