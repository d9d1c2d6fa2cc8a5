import type { UserRow } from '../../../shared/contract/users.ts'
import type { Tone } from '../../components/status-badge.tsx'

export const STATUS_TONE: Readonly<Record<UserRow['status'], Tone>> = {
  ACTIVE: 'ok',
  INACTIVE: 'neutral',
  SUSPENDED: 'bad',
}
