import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import type { TillRow } from '../../../shared/contract/tills.ts'
import { Amount } from '../../components/amount.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useQueryCall } from '../../calls/use-call.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { usePostingCommand } from '../../calls/use-posting-command.ts'
import { useSession } from '../../calls/use-session.ts'
import { CloseTill, type CountDraft, NOTHING_COUNTED } from './close-till.tsx'
import { ClosedTill } from './closed-till.tsx'
import { type HeldTill, HoldingTill, OpenedTill, TillHeldByOther } from './holding-till.tsx'
import { OpenTill } from './open-till.tsx'
import { ReceiveCash } from '../vault/receive-cash.tsx'
import { TillTable } from './till-table.tsx'

type Slip = 'till' | 'count' | 'receive'

const isHeldByOther = (till: TillRow): till is HeldTill => till.holder !== null && !till.mine

/** Who holds which till; opening and closing one's own; for a supervisor also another's, and the vault. */
export function TillsScreen() {
  const { t } = useTranslation(['tills', 'vault'])
  const { till, user } = useSession()
  const list = useQueryCall('tills.list', {})
  const opening = usePostingCommand('tills.open')
  const closing = usePostingCommand('tills.close')
  const [slip, setSlip] = useState<Slip>('till')
  /** What is counted so far, by till: one that was begun is still there after another. */
  const [drafts, setDrafts] = useState<Readonly<Record<string, CountDraft>>>({})
  const [chosen, setChosen] = useState<string | null>(null)
  const [countedForOther, setCountedForOther] = useState<HeldTill | null>(null)
  const keepsVault = user?.role === 'SUPERVISOR'
  const ofOther = list.data?.tills.filter(isHeldByOther).find(({ id }) => id === chosen)
  const counted = countedForOther ?? till
  const count = (other: HeldTill | null) => {
    setCountedForOther(other)
    setSlip('count')
  }
  const frozen = opening.frozen || closing.frozen
  const counting = slip === 'count' && closing.phase !== 'posted'
  const countKey = till !== null && slip !== 'count' && closing.phase !== 'posted'
  useKeys({
    F10: {
      label: countKey ? t('holding.count') : t('title'),
      run: () => (countKey ? count(null) : setSlip(slip === 'count' ? 'count' : 'till')),
      disabled: frozen,
      active: slip !== 'receive',
    },
    ...(keepsVault
      ? {
          F7: {
            label: t('vault:receiveKey'),
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
    setDrafts({})
    setChosen(null)
    setCountedForOther(null)
    setSlip('till')
  }
  const slipOfTill = () => {
    if (closing.phase === 'posted' && closing.result !== null)
      return <ClosedTill result={closing.result} onDone={startAgain} />
    const key = counted?.id ?? ''
    if (closing.frozen || (counted !== null && slip === 'count'))
      return (
        <CloseTill
          key={countedForOther?.id ?? 'own'}
          till={counted}
          heldByOther={countedForOther}
          closing={closing}
          draft={drafts[key] ?? NOTHING_COUNTED}
          onDraft={(draft) => setDrafts({ ...drafts, [key]: draft })}
          onLater={() => setSlip('till')}
        />
      )
    if (keepsVault && ofOther !== undefined && !opening.frozen)
      return <TillHeldByOther till={ofOther} onCount={() => count(ofOther)} />
    if (opening.phase === 'posted' && opening.result !== null)
      return <OpenedTill result={opening.result} onCount={() => count(null)} />
    if (till !== null) return <HoldingTill name={till.name} onCount={() => count(null)} />
    return <OpenTill tills={list.data} opening={opening} chosen={chosen} onChoose={setChosen} />
  }

  return (
    <Columns layout="list-detail">
      <Column label={t('list')}>
        <PageHeader title={t('title')} />
        <FailureNote failure={list.failure} />
        <TillTable
          tills={list.data?.tills}
          {...(till === null || keepsVault
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
  const { t } = useTranslation('vault')
  return (
    <section className="foot vault" aria-label={t('title')}>
      <dl className="facts grow">
        <div>
          <dt>{t('balance')}</dt>
          <dd>
            {list !== undefined && (
              <Amount value={list.vaultBalance} currency={list.currency} withCurrency strong />
            )}
          </dd>
        </div>
      </dl>
      <BusyButton variant="default" keys="F7" onClick={onReceive}>
        {t('receive')}
      </BusyButton>
    </section>
  )
}
