import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { StatusBadge, type Tone } from '../../components/status-badge.tsx'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'
import styles from './badges.module.css'

const KYC: Readonly<Record<CustomerRow['kycStatus'], Tone>> = {
  PENDING: 'wait',
  APPROVED: 'ok',
  REJECTED: 'bad',
  EXPIRED: 'bad',
}

/** `short` where the column already says what it is about. */
export function KycBadge({ value, short = false }: { value: CustomerRow['kycStatus']; short?: boolean }) {
  const { t } = useTranslation('customers')
  return <StatusBadge tone={KYC[value]}>{short ? t(`kycShort.${value}`) : t(`kyc.${value}`)}</StatusBadge>
}

const PARTY: Readonly<Record<Exclude<CustomerRow['status'], 'ACTIVE'>, Tone>> = {
  INACTIVE: 'warn',
  SUSPENDED: 'bad',
}

/** Only unusual states are marked. */
export function PartyBadge({ value }: { value: CustomerRow['status'] }) {
  const { t } = useTranslation('customers')
  if (value === 'ACTIVE')
    return <span className={classes(typography.subdued, styles.active)}>{t('party.ACTIVE')}</span>
  return <StatusBadge tone={PARTY[value]}>{t(`party.${value}`)}</StatusBadge>
}
