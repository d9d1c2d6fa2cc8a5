import { useTranslation } from 'react-i18next'
import { Fact } from '../../components/fact.tsx'
import { FormMoney } from '../../components/form/form-money.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import type { ReceivingCash } from './use-receive-cash.ts'
import sums from '../../components/sums.module.css'

type Props = { readonly slip: ReceivingCash; readonly readOnly: boolean }

/** How much, where it came from, and which accounts it is posted to. */
export function ReceiveCashFields({ slip: { control, currency }, readOnly }: Props) {
  const { t } = useTranslation('vault')
  return (
    <>
      <FormMoney
        control={control}
        name="amount"
        label={t('amount')}
        currency={currency}
        large
        startHere
        readOnly={readOnly}
      />
      <FormText
        control={control}
        name="description"
        label={t('description')}
        description={t('descriptionHint')}
        maxLength={200}
        readOnly={readOnly}
      />
      <dl className={sums.slipSums}>
        <Fact label={t('debit')}>{t('vaultAccount')}</Fact>
        <Fact label={t('credit')}>{t('suspense')}</Fact>
      </dl>
    </>
  )
}
