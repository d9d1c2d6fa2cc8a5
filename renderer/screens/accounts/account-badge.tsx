import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { StatusBadge, type Tone } from '../../components/status-badge.tsx'

const TONES: Readonly<Record<AccountView['status'], Tone>> = {
  ACTIVE: 'ok',
  INACTIVE: 'warn',
  SUSPENDED: 'bad',
  CLOSED: 'neutral',
}

/** The status of an account in a word. */
export function AccountBadge({ value }: { readonly value: AccountView['status'] }) {
  const { t } = useTranslation('accounts')
  return <StatusBadge tone={TONES[value]}>{t(`status.${value}`)}</StatusBadge>
}
