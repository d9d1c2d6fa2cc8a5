import { useTranslation } from 'react-i18next'
import type { ScreeningCase } from '../../../shared/contract/screening.ts'
import { useGo } from '../../app/navigate.ts'
import { Column } from '../../components/columns.tsx'
import { Fact } from '../../components/fact.tsx'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { formatDate } from '../../i18n/dates.ts'
import { classes } from '../../theme/classes.ts'
import { CaseDecision } from './case-decision.tsx'
import { MatchFacts } from './match-facts.tsx'
import facts from '../../components/facts.module.css'
import buttons from '../../components/buttons.module.css'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'
import paper from '../../components/paper.module.css'

type Props = { readonly shown: ScreeningCase; readonly onDecided: () => void }

/** It may be longer than its place, so the keys must be able to scroll it. */
const SCROLLED_BY_KEYS = { tabIndex: 0 }

/** The customer beside the entry of the list, and how their names are alike; beside it the decision. */
export function CaseReview({ shown, onDecided }: Props) {
  const { t } = useTranslation('screening')
  const go = useGo()
  return (
    <>
      <Column label={t('match')} tone="canvas">
        <header className={panel.head}>
          <h2>{t('match')}</h2>
        </header>
        <section
          className={classes(layout.scroll, paper.shown)}
          aria-label={t('compared')}
          {...SCROLLED_BY_KEYS}
        >
          <MatchFacts match={shown} customer={shown} />
        </section>
      </Column>
      <Column label={t('decision')}>
        <header className={panel.head}>
          <h2>{t('decision')}</h2>
        </header>
        <div className={classes(layout.scroll, layout.padded)}>
          <div className={layout.stack}>
            <People shown={shown} />
            <p>
              <button
                type="button"
                className={buttons.link}
                onClick={() => go('/customers', { customer: shown.customerId })}
              >
                {t('openCustomer')}
              </button>
            </p>
          </div>
        </div>
        <CaseDecision shown={shown} onDecided={onDecided} />
      </Column>
    </>
  )
}

/** Who registered the customer, and who decided what. */
function People({ shown }: { readonly shown: ScreeningCase }) {
  const { t } = useTranslation('screening')
  const { time } = useBranchTime()
  return (
    <dl className={facts.facts}>
      <Fact label={t('customerNumber')}>{shown.customerNumber}</Fact>
      <Fact label={t('born')}>{formatDate(shown.dateOfBirth)}</Fact>
      <Fact label={t('registeredBy')}>
        <bdi>{shown.registeredBy}</bdi>
      </Fact>
      <Fact label={t('foundAt')}>{time(shown.foundAt)}</Fact>
      {shown.decidedBy !== null && shown.decidedAt !== null && (
        <>
          <Fact label={t('decidedBy')}>
            <bdi>{shown.decidedBy}</bdi>
          </Fact>
          <Fact label={t('decidedAt')}>{time(shown.decidedAt)}</Fact>
          {shown.clearReason !== null && <Fact label={t('reason')}>{t(`reasons.${shown.clearReason}`)}</Fact>}
          <Fact label={t('words')}>
            <bdi>{shown.words}</bdi>
          </Fact>
        </>
      )}
    </dl>
  )
}
