import { useTranslation } from 'react-i18next'
import type { Deletion } from '../../../shared/contract/retention.ts'
import { useGo } from '../../app/navigate.ts'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { formatDate } from '../../i18n/dates.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import buttons from '../../components/buttons.module.css'
import facts from '../../components/facts.module.css'
import panel from '../../components/panel.module.css'

/** Whose document it is, what happens or has happened to it, and by which rule. */
export function DeletionFacts({ document }: { readonly document: Deletion }) {
  const { t } = useTranslation(['retention', 'documents'])
  const go = useGo()
  const { customerId, customerName, customerNumber, years, event, eventOn, on, state } = document
  return (
    <>
      <header className={panel.head}>
        <h2>
          <bdi>{customerName}</bdi>
        </h2>
        <span className={typography.secondary}>
          <Identifier>{customerNumber}</Identifier>
        </span>
      </header>
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
        <button
          type="button"
          className={buttons.link}
          onClick={() => go('/customers', { customer: customerId })}
        >
          {t('documents.openCustomer')}
        </button>
      </div>
    </>
  )
}
