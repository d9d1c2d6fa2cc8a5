import { useTranslation } from 'react-i18next'
import { useMay } from '../../calls/use-may.ts'
import type { TillRow } from '../../../shared/contract/tills.ts'
import type { CallOutput } from '../../../shared/contract.ts'
import { type Answer, mapAnswer } from '../../calls/answer.ts'
import { useScreenSearch } from '../../app/navigate.ts'
import { useLeave } from '../../app/use-leave.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { CountTolerance } from '../branches/count-tolerance.tsx'
import { MoveCash } from '../vault/move-cash.tsx'
import { VaultBalance } from '../vault/vault-balance.tsx'
import { TillSlip } from './till-slip.tsx'
import { TillTable } from './till-table.tsx'
import { useTillKeys } from './use-till-keys.ts'
import { type TillSlips, useTillSlips } from './use-till-slips.ts'

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
          <VaultBalance
            list={list}
            onMove={() => asked('vault', () => slips.show('vault'))}
            onTolerance={() => asked('vault', () => slips.show('tolerance'))}
          />
        )}
      </Column>
      <Column label={t('slip')} tone="sunken">
        <Slip list={list} slips={slips} keepsVault={keepsVault} />
      </Column>
    </Columns>
  )
}

type SlipProps = {
  readonly list: Answer<CallOutput<'tills.list'>>
  readonly slips: TillSlips
  readonly keepsVault: boolean
}

/** The slip beside the list: of the vault, of the branch's tolerance, or of a till. */
function Slip({ list, slips, keepsVault }: SlipProps) {
  const back = () => slips.show('till')
  if (slips.slip === 'vault' && !slips.closing.frozen) return <MoveCash onBack={back} />
  if (slips.slip === 'tolerance' && !slips.closing.frozen) return <CountTolerance onBack={back} />
  return <TillSlip tills={list} slips={slips} maySeeOthers={keepsVault} />
}
