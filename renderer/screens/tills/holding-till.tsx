import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import type { TillRow } from '../../../shared/contract/tills.ts'
import { Amount } from '../../components/amount.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { useGo } from '../../app/navigate.ts'

/** While a till is held there are two ways on: to the work, or to its end. */
export function HoldingTill({ name, onCount }: { readonly name: string; readonly onCount: () => void }) {
  const { t } = useTranslation('tills')
  const go = useGo()
  return (
    <>
      <header className="head">
        <h2>{t('holding.title', { name })}</h2>
      </header>
      <div className="scroll pad stack till-slip">
        <p className="dim">{t('holding.hint')}</p>
        <BusyButton size="lg" fullWidth keys="F10" startHere onClick={onCount}>
          {t('holding.count')}
        </BusyButton>
        <BusyButton variant="default" fullWidth onClick={() => go('/counter')}>
          {t('holding.counter')}
        </BusyButton>
      </div>
    </>
  )
}

export type HeldTill = TillRow & { readonly holder: string }

/** Another's till, for a supervisor: it may have to be closed without its holder, or the day could not close. */
export function TillHeldByOther({
  till,
  onCount,
}: {
  readonly till: HeldTill
  readonly onCount: () => void
}) {
  const { t } = useTranslation('tills')
  const { name, holder } = till
  return (
    <>
      <header className="head">
        <h2>{t('heldByOther.title', { name, holder })}</h2>
      </header>
      <div className="scroll pad stack till-slip">
        <p className="dim">{t('heldByOther.hint', { holder })}</p>
        <BusyButton size="lg" variant="default" fullWidth onClick={onCount}>
          {t('heldByOther.count', { holder })}
        </BusyButton>
      </div>
    </>
  )
}

/** What opening did, and on to the work. */
export function OpenedTill({
  result,
  onCount,
}: {
  readonly result: CallOutput<'tills.open'>
  readonly onCount: () => void
}) {
  const { t } = useTranslation('tills')
  const go = useGo()
  return (
    <>
      <header className="head">
        <h2>{t('holding.title', { name: result.name })}</h2>
      </header>
      <div className="scroll pad stack till-slip">
        <Note tone="ok">
          <p>
            <b>
              {t('open.opened', { name: result.name })}{' '}
              <Amount value={result.float} currency={result.currency} withCurrency />
            </b>
          </p>
          {Number(result.float) > 0 && <p>{t('open.fromVault')}</p>}
        </Note>
        <BusyButton size="lg" fullWidth startHere onClick={() => go('/counter')}>
          {t('holding.counter')}
        </BusyButton>
        <BusyButton variant="default" fullWidth keys="F10" onClick={onCount}>
          {t('holding.count')}
        </BusyButton>
      </div>
    </>
  )
}
