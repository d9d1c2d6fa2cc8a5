import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import { Amount } from '../../components/amount.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useQueryCall } from '../../hooks/use-call.ts'
import { useKeys } from '../../hooks/use-keys.ts'
import { usePostingCommand } from '../../hooks/use-posting-command.ts'
import { useSession } from '../../hooks/use-session.ts'
import { CloseTill, NOTHING_COUNTED } from './close-till.tsx'
import { ClosedTill } from './closed-till.tsx'
import { HoldingTill, OpenedTill } from './holding-till.tsx'
import { OpenTill } from './open-till.tsx'
import { ReceiveCash } from './receive-cash.tsx'
import { TillTable } from './till-table.tsx'

type Slip = 'till' | 'count' | 'receive'

/** Who holds which till; opening and closing one's own; for a supervisor also the vault. */
export function TillScreen() {
  const { t } = useTranslation(['till', 'shell'])
  const { till, user } = useSession()
  const list = useQueryCall('tills.list', {})
  const opening = usePostingCommand('tills.open')
  const closing = usePostingCommand('tills.close')
  const [slip, setSlip] = useState<Slip>('till')
  const [draft, setDraft] = useState(NOTHING_COUNTED)
  const [chosen, setChosen] = useState<string | null>(null)
  const keepsVault = user?.role === 'SUPERVISOR'
  const frozen = opening.frozen || closing.frozen
  const counting = slip === 'count' && closing.phase !== 'posted'
  const countKey = till !== null && slip !== 'count' && closing.phase !== 'posted'
  useKeys({
    F10: {
      label: countKey ? t('holding.count') : t('title'),
      run: () => setSlip(countKey ? 'count' : slip === 'count' ? 'count' : 'till'),
      disabled: frozen,
      active: slip !== 'receive',
    },
    ...(keepsVault
      ? {
          F7: {
            label: t('vault.receiveKey'),
            run: () => setSlip('receive'),
            disabled: frozen || counting,
            active: slip === 'receive',
          },
        }
      : {}),
  })

  const startAgain = () => {
    opening.reset()
    closing.reset()
    setDraft(NOTHING_COUNTED)
    setSlip('till')
  }
  const slipOfTill = () => {
    if (closing.phase === 'posted' && closing.result !== null)
      return <ClosedTill result={closing.result} onDone={startAgain} />
    if (closing.frozen || (till !== null && slip === 'count'))
      return (
        <CloseTill
          till={till}
          closing={closing}
          draft={draft}
          onDraft={setDraft}
          onLater={() => setSlip('till')}
        />
      )
    if (opening.phase === 'posted' && opening.result !== null)
      return <OpenedTill result={opening.result} onCount={() => setSlip('count')} />
    if (till !== null) return <HoldingTill name={till.name} onCount={() => setSlip('count')} />
    return <OpenTill tills={list.data} opening={opening} chosen={chosen} onChoose={setChosen} />
  }

  return (
    <Columns layout="list-detail">
      <Column label={t('list')}>
        <PageHeader title={t('title')} />
        <FailureNote failure={list.failure} />
        <TillTable
          tills={list.data?.tills}
          {...(till === null
            ? { selectedKey: chosen, onOpen: ({ id }: { id: string }) => setChosen(id) }
            : {})}
        />
        {/* The vault's balance would help to guess what the till should hold. */}
        {keepsVault && !counting && <Vault list={list.data} onReceive={() => setSlip('receive')} />}
      </Column>
      <Column label={t('slip')} tone="sunken">
        {slip === 'receive' && !closing.frozen ? (
          <ReceiveCash onBack={() => setSlip('till')} />
        ) : (
          slipOfTill()
        )}
      </Column>
    </Columns>
  )
}

function Vault({
  list,
  onReceive,
}: {
  readonly list: CallOutput<'tills.list'> | undefined
  readonly onReceive: () => void
}) {
  const { t } = useTranslation('till')
  return (
    <section className="foot vault" aria-label={t('vault.title')}>
      <dl className="facts grow">
        <div>
          <dt>{t('vault.balance')}</dt>
          <dd>
            {list !== undefined && (
              <Amount value={list.vaultBalance} currency={list.currency} withCurrency strong />
            )}
          </dd>
        </div>
      </dl>
      <BusyButton variant="default" keys="F7" onClick={onReceive}>
        {t('vault.receive')}
      </BusyButton>
    </section>
  )
}
