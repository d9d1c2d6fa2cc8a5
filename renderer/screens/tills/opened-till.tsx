import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import { Amount } from '../../components/amount.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { SlipPanel } from '../../components/slip-panel.tsx'
import { useGo } from '../../app/navigate.ts'

type Props = { readonly result: CallOutput<'tills.open'>; readonly onCount: () => void }

/** What opening a till did, and a link to the counter. */
export function OpenedTill({ result: { name, float, currency }, onCount }: Props) {
  const { t } = useTranslation('tills')
  const go = useGo()
  return (
    <SlipPanel title={t('holding.title', { name })}>
      <Note tone="ok">
        <p>
          <b>
            {t('open.opened', { name })} <Amount value={float} currency={currency} withCurrency />
          </b>
        </p>
        {Number(float) > 0 && <p>{t('open.fromVault')}</p>}
      </Note>
      <BusyButton size="lg" fullWidth startHere onClick={() => go('/counter')}>
        {t('holding.counter')}
      </BusyButton>
      <BusyButton variant="default" fullWidth keys="F10" onClick={onCount}>
        {t('holding.count')}
      </BusyButton>
    </SlipPanel>
  )
}
