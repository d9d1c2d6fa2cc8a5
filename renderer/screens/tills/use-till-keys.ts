import { useTranslation } from 'react-i18next'
import { useSession } from '../../calls/use-session.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import type { TillSlips } from './use-till-slips.ts'

/** F10 shows the till's slip, or begins the count of a till that is held; F7 receives cash where that is allowed. */
export function useTillKeys(slips: TillSlips, keepsVault: boolean): void {
  const { t } = useTranslation(['tills', 'vault'])
  const { till } = useSession()
  const { slip, show, count, counting, frozen, closing } = slips
  const beginsCount = till !== null && slip !== 'count' && closing.phase !== 'posted'
  const receive = {
    label: t('vault:receiveKey'),
    run: () => show('receive'),
    disabled: frozen || counting,
    active: slip === 'receive',
  }
  useKeys({
    F10: {
      label: beginsCount ? t('holding.count') : t('title'),
      run: () => (beginsCount ? count(null) : show(slip === 'count' ? 'count' : 'till')),
      disabled: frozen,
      active: slip !== 'receive',
    },
    ...(keepsVault ? { F7: receive } : {}),
  })
}
