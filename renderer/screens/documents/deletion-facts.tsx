import { useTranslation } from 'react-i18next'
import type { Deletion } from '../../../shared/contract/retention.ts'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { formatDate } from '../../i18n/dates.ts'
import { CustomerHead } from './customer-head.tsx'
import { OpenCustomer } from './open-customer.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import facts from '../../components/facts.module.css'

/** Whose document it is, what happens or has happened to it, and by which rule. */
export function DeletionFacts({ document }: { readonly document: Deletion }) {
  const { t } = useTranslation(['retention', 'documents'])
  const { customerId, customerName, customerNumber, years, event, eventOn, on, state } = document
  return (
    <>
      <CustomerHead name={customerName} number={customerNumber} />
      <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop)}>
        <p>{t(`documents.explain.${state}`)}</p>
        <dl className={classes(layout.alignedTop, facts.facts, facts.onePerLine)}>
          <Fact label={t('documents.what')}>
            {t(`documents:type.${document.documentType}`)} <Identifier>{document.documentNumber}</Identifier>
          </Fact>
          <Fact label={t('documents.rule')}>
            {t('rule', { count: years, event: t(`events.${event}`) })}
            <p className={typography.secondary}>{t('documents.since', { date: formatDate(eventOn) })}</p>
          </Fact>
          <Fact label={t(`documents.states.${state}`)}>
            <DateText value={on} />
          </Fact>
        </dl>
        <OpenCustomer customerId={customerId} label={t('documents.openCustomer')} />
      </div>
    </>
  )
}
