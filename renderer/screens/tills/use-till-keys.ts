import { useTranslation } from 'react-i18next'
import { useLeave } from '../../app/use-leave.ts'
import { useSession } from '../../calls/use-session.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import type { TillSlips } from './use-till-slips.ts'

/** F10 shows the till's slip, or begins the count of a till that is held; F3 moves cash of the vault where that is allowed. */
export function useTillKeys(slips: TillSlips, keepsVault: boolean): void {
  const { t } = useTranslation(['tills', 'vault'])
  const { till } = useSession()
  const { slip, show, count, counting, frozen, opening, closing } = slips
  const { byKey } = useLeave()
  // A till that was just opened can be counted before the session is read again: the count is shown as soon as it is.
  const holds = till !== null || opening.phase === 'posted'
  const beginsCount = holds && slip !== 'count' && closing.phase !== 'posted'
  const vault = {
    label: t('vault:moveKey'),
    run: () => (slip === 'vault' ? show('vault') : byKey(() => show('vault'))),
    disabled: frozen || counting,
    active: slip === 'vault',
  }
  useKeys({
    F10: {
      label: beginsCount ? t('holding.count') : t('title'),
      run: () => (slip === 'count' ? show('count') : byKey(() => (beginsCount ? count(null) : show('till')))),
      disabled: frozen,
      active: slip !== 'vault',
    },
    ...(keepsVault ? { F3: vault } : {}),
  })
}
