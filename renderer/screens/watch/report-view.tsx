import { useTranslation } from 'react-i18next'
import type { CashReport } from '../../../shared/contract/alert-views.ts'
import { reportParts } from './report-parts.ts'
import styles from './watch.module.css'

/** The fields of the report by the parts of the form. What the bank does not hold says so. */
export function ReportView({ report }: { readonly report: CashReport }) {
  const { t } = useTranslation('watch')
  return (
    <div className={styles.report}>
      {reportParts(report).map(({ part, about, fields }) => (
        <section key={`${part} ${about}`}>
          <h3>
            {t('part', { part })}: {about}
          </h3>
          <dl>
            {fields.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd data-missing={value === '' || undefined}>
                  <bdi>{value === '' ? t('notHeld') : value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
