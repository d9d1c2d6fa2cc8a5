import { useTranslation } from 'react-i18next'
import type { PostingCommand } from '../../calls/use-posting-command.ts'
import { Amount } from '../../components/amount.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Fact } from '../../components/fact.tsx'
import { Note } from '../../components/failure-note.tsx'
import { SlipPanel } from '../../components/slip-panel.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import sums from '../../components/sums.module.css'

type Props = {
  readonly posting: PostingCommand<'vault.receiveCash'>
  readonly onBack: () => void
}

/** Cash has been received: its reference, and what the vault holds now. */
export function CashReceived({ posting, onBack }: Props) {
  const { t } = useTranslation('vault')
  const { result } = posting
  useKeys({ Escape: { label: t('back'), run: onBack, quiet: true } })
  if (result === null) return null
  return (
    <SlipPanel title={t('receive')}>
      <Note tone="ok">
        <b>{t('received')}</b>
      </Note>
      <dl className={sums.slipSums}>
        <Fact label={t('reference')}>
          <Identifier>{result.reference}</Identifier>
        </Fact>
        <Fact label={t('after')}>
          <Amount value={result.vaultBalance} currency={result.currency} withCurrency strong />
        </Fact>
      </dl>
      <BusyButton size="lg" fullWidth startHere keys="Escape" onClick={onBack}>
        {t('back')}
      </BusyButton>
      <BusyButton variant="default" fullWidth onClick={() => posting.reset()}>
        {t('next')}
      </BusyButton>
    </SlipPanel>
  )
}
