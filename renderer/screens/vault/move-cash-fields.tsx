import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Fact } from '../../components/fact.tsx'
import { FormMoney } from '../../components/form/form-money.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import type { MovingCash } from './use-move-cash.ts'
import sums from '../../components/sums.module.css'

type Props = { readonly slip: MovingCash; readonly readOnly: boolean }

/** Which way, how much was counted, where it comes from or goes to, and which accounts it is posted to. */
export function MoveCashFields({ slip, readOnly }: Props) {
  const { t } = useTranslation('vault')
  const { control, currency, direction, setDirection } = slip
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t('direction')}
        value={direction}
        readOnly={readOnly}
        onChange={(value) => setDirection(value === 'OUT' ? 'OUT' : 'IN')}
        data={[
          { value: 'IN', label: t('in') },
          { value: 'OUT', label: t('out') },
        ]}
      />
      <FormMoney
        control={control}
        name="counted"
        label={t('counted')}
        currency={currency}
        large
        startHere
        readOnly={readOnly}
      />
      <FormText
        control={control}
        name="description"
        label={t(`description.${direction}`)}
        description={t('descriptionHint')}
        maxLength={200}
        readOnly={readOnly}
      />
      <dl className={sums.slipSums}>
        <Fact label={t('debit')}>{t(direction === 'IN' ? 'vaultAccount' : 'suspense')}</Fact>
        <Fact label={t('credit')}>{t(direction === 'IN' ? 'suspense' : 'vaultAccount')}</Fact>
      </dl>
    </>
  )
}
