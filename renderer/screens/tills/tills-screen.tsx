import { useTranslation } from 'react-i18next'
import { useMay } from '../../calls/use-may.ts'
import type { TillRow } from '../../../shared/contract/tills.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { useScreenSearch } from '../../app/navigate.ts'
import { useLeave } from '../../app/use-leave.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { MoveCash } from '../vault/move-cash.tsx'
import { VaultBalance } from '../vault/vault-balance.tsx'
import { TillSlip } from './till-slip.tsx'
import { TillTable } from './till-table.tsx'
import { useTillKeys } from './use-till-keys.ts'
import { useTillSlips } from './use-till-slips.ts'

/** Who holds which till; opening and closing one's own; for a supervisor also the tills of others and the vault. */
export function TillsScreen() {
  const { t } = useTranslation('tills')
  const { till } = useSession()
  const { answer: list } = useQueryCall('tills.list', {})
  const slips = useTillSlips(useScreenSearch()['till'] ?? null)
  const { asked } = useLeave()
  const keepsVault = useMay('vault.moveCash')
  useTillKeys(slips, keepsVault)
  const mayChoose = till === null || keepsVault
  const choice = { selectedKey: slips.chosen, onOpen: ({ id }: TillRow) => slips.choose(id) }
  return (
    <Columns layout="list-detail">
      <Column label={t('list')}>
        <PageHeader title={t('title')} />
        <TillTable tills={mapAnswer(list, ({ tills }) => tills)} {...(mayChoose ? choice : {})} />
        {/* The vault's balance would help to guess what the till should hold. */}
        {keepsVault && !slips.counting && (
          <VaultBalance list={list} onMove={() => asked('vault', () => slips.show('vault'))} />
        )}
      </Column>
      <Column label={t('slip')} tone="sunken">
        {slips.slip === 'vault' && !slips.closing.frozen ? (
          <MoveCash onBack={() => slips.show('till')} />
        ) : (
          <TillSlip tills={list} slips={slips} maySeeOthers={keepsVault} />
        )}
      </Column>
    </Columns>
  )
}
