import { useTranslation } from 'react-i18next'
import type { FeeRule } from '../../../shared/contract/products.ts'
import { Amount } from '../../components/amount.tsx'
import { isNothing, percentOf } from './percent.ts'
import table from '../../components/table.module.css'
import typography from '../../theme/typography.module.css'

type Props = { readonly fees: readonly FeeRule[]; readonly currency: string }

/** What postings of each type cost, by steps of the amount. */
export function FeeTable({ fees, currency }: Props) {
  const { t } = useTranslation('products')
  return (
    <table className={table.table} aria-label={t('fees')}>
      <thead>
        <tr>
          <th scope="col">{t('fees')}</th>
          <th scope="col" className={table.numeric}>
            {t('amountFrom')}
          </th>
          <th scope="col" className={table.numeric}>
            {t('fee')}
          </th>
        </tr>
      </thead>
      <tbody>
        {fees.flatMap((rule) =>
          rule.steps.map((step, n) => (
            <tr key={`${rule.type} ${step.above}`}>
              <td>{n === 0 && <Charged rule={rule} currency={currency} />}</td>
              <td className={table.numeric}>
                <Amount value={step.above} currency={currency} />
              </td>
              <td className={table.numeric}>
                <Price step={step} currency={currency} />
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}

/** The type of posting, and beneath it between which limits its fee lies. */
function Charged({ rule, currency }: { readonly rule: FeeRule; readonly currency: string }) {
  const { t } = useTranslation('products')
  return (
    <>
      <div>{t(`postingType.${rule.type}`)}</div>
      {rule.minimum !== null && (
        <div className={typography.secondary}>
          {t('least')} <Amount value={rule.minimum} currency={currency} />
        </div>
      )}
      {rule.maximum !== null && (
        <div className={typography.secondary}>
          {t('most')} <Amount value={rule.maximum} currency={currency} />
        </div>
      )}
    </>
  )
}

function Price({ step, currency }: { readonly step: FeeRule['steps'][number]; readonly currency: string }) {
  const { t } = useTranslation('products')
  const [flat, percent] = [!isNothing(step.flat), !isNothing(step.percent)]
  if (!flat && !percent) return <span className={typography.subdued}>{t('noFee')}</span>
  return (
    <>
      {flat && <Amount value={step.flat} currency={currency} />}
      {flat && percent && ' + '}
      {percent && percentOf(step.percent)}
    </>
  )
}
