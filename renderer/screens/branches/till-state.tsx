import { useTranslation } from 'react-i18next'
import type { TillOfDay } from '../../../shared/contract/branches.ts'
import { Amount } from '../../components/amount.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { stateOfTill } from './state-of-till.ts'

type Props = { readonly till: TillOfDay; readonly currency: string }

const TONES = {
  short: 'bad',
  over: 'warn',
  exact: 'ok',
  counted: 'wait',
  held: 'wait',
  free: 'neutral',
} as const

/** Whether it is held, and how a finished count came out; a difference stands beside the word. */
export function TillState({ till, currency }: Props) {
  const { t } = useTranslation('branches')
  const state = stateOfTill(till)
  return (
    <StatusBadge tone={TONES[state]}>
      {t(`till.is.${state}`)}
      {(state === 'short' || state === 'over') && till.difference !== null && (
        <Amount value={till.difference.replace('-', '')} currency={currency} />
      )}
    </StatusBadge>
  )
}
