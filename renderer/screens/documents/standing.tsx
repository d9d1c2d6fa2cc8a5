import { useTranslation } from 'react-i18next'
import { useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { LegalHolds } from './legal-holds.tsx'
import { StandingFacts } from './standing-facts.tsx'
import type { StandingFormKind } from './standing-form.tsx'
import { classes } from '../../theme/classes.ts'
import section from '../../components/section.module.css'
import styles from './standing.module.css'

type Props = {
  readonly customerId: string
  /** A form is open beside it or in its place: its own keys rest. */
  readonly formOpen: boolean
  readonly onForm: (form: StandingFormKind) => void
}

/** A customer's risk and why, whether the KYC is covered, and the next review; rating and reviewing begin here. */
export function Standing({ customerId, formOpen, onForm }: Props) {
  const { t } = useTranslation('kyc')
  const { answer } = useQueryCall('documents.readStanding', { customerId })
  const isKnown = answer.state === 'known'
  return (
    <section aria-labelledby="standing-title" className={section.section}>
      <div className={classes(section.head, styles.head)}>
        <h2 id="standing-title">{t('standing.title')}</h2>
        {isKnown && <Actions formOpen={formOpen} onForm={onForm} />}
      </div>
      <div className={styles.body}>
        <AnswerNote answer={answer} />
        {isKnown && (
          <LegalHolds holds={answer.value.legalHolds} onRelease={(id) => onForm(`release ${id}`)} />
        )}
        {isKnown && <StandingFacts standing={answer.value} />}
      </div>
    </section>
  )
}

function Actions({ formOpen, onForm }: Pick<Props, 'formOpen' | 'onForm'>) {
  const { t } = useTranslation(['kyc', 'retention'])
  const actions = [
    {
      key: 'V',
      label: t('standing.review'),
      short: t('standing.review'),
      may: useMay('documents.review'),
      run: () => onForm('review'),
    },
    {
      key: 'Y',
      label: t('standing.rate'),
      short: t('standing.rateKey'),
      may: useMay('documents.proposeRating'),
      run: () => onForm('rate'),
    },
    {
      key: 'G',
      label: t('retention:hold.place'),
      short: t('retention:hold.key'),
      may: useMay('documents.placeLegalHold'),
      run: () => onForm('hold'),
    },
  ].filter(({ may }) => may)
  useKeys(Object.fromEntries(actions.map(({ key, label, short, run }) => [key, { label, short, run }])), {
    enabled: !formOpen,
  })
  return (
    <div className={styles.buttons}>
      {actions.map(({ key, label, run }) => (
        <BusyButton key={key} variant="default" keys={key} onClick={run}>
          {label}
        </BusyButton>
      ))}
    </div>
  )
}
