import { useTranslation } from 'react-i18next'
import type { Risk } from '../../../shared/rules/kyc.ts'
import { StatusBadge, type Tone } from '../../components/status-badge.tsx'

const TONES: Readonly<Record<Risk, Tone>> = { LOW: 'neutral', MEDIUM: 'wait', HIGH: 'bad' }

export function RiskBadge({ value }: { readonly value: Risk }) {
  const { t } = useTranslation('kyc')
  return <StatusBadge tone={TONES[value]}>{t(`risks.${value}`)}</StatusBadge>
}
