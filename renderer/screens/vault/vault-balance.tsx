import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import { Amount } from '../../components/amount.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Fact } from '../../components/fact.tsx'

type Props = {
  readonly list: CallOutput<'tills.list'> | undefined
  readonly onReceive: () => void
}

/** The cash in the vault, and the way to receive more. */
export function VaultBalance({ list, onReceive }: Props) {
  const { t } = useTranslation('vault')
  return (
    <section className="foot vault" aria-label={t('title')}>
      <dl className="facts grow">
        <Fact label={t('balance')}>
          {list !== undefined && (
            <Amount value={list.vaultBalance} currency={list.currency} withCurrency strong />
          )}
        </Fact>
      </dl>
      <BusyButton variant="default" keys="F7" onClick={onReceive}>
        {t('receive')}
      </BusyButton>
    </section>
  )
}
