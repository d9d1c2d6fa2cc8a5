import { useTranslation } from 'react-i18next'
import { formatDate } from '../../i18n/dates.ts'
import type { TillRow } from '../../../shared/contract/tills.ts'
import type { Answer } from '../../calls/answer.ts'
import { useGo } from '../../app/navigate.ts'
import { useCall } from '../../calls/use-call.ts'
import { useWork, type WorkProgress } from '../../calls/use-work.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { WorkBar } from '../../components/work-bar.tsx'
import { announce } from '../../feedback/announce.ts'
import { Undecided } from './undecided.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import buttons from '../../components/buttons.module.css'
import panel from '../../components/panel.module.css'
import styles from './close-day.module.css'

type Props = {
  readonly businessDate: string | null
  /** Unknown until the tills are read; nothing is offered before. */
  readonly held: Answer<readonly TillRow[]>
}

/** Closes the day once no till is held. */
export function CloseDay({ businessDate, held }: Props) {
  const { t } = useTranslation('branches')
  const closeDay = useCall('branches.closeDay')
  const { progress, track, cancel } = useWork()
  const close = async () => {
    const answer = await track((work) => closeDay.run({ work }))
    if (answer?.ok === true) announce(t('justClosed'))
  }
  return (
    <>
      <header className={panel.head}>
        <h2>{t('close.title')}</h2>
      </header>
      <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop)}>
        <AnswerNote answer={held} />
        {held.state === 'known' && held.value.length > 0 && <StillHeld tills={held.value} />}
        {businessDate !== null && <Undecided businessDate={businessDate} />}
        {progress !== null && <Closing progress={progress} onCancel={cancel} />}
        {progress === null && held.state === 'known' && held.value.length === 0 && (
          <>
            <p className={typography.subdued}>{t('close.text')}</p>
            <Confirm
              startHere
              label={t('close.action')}
              question={t('close.question', {
                date: businessDate === null ? '' : formatDate(businessDate),
              })}
              cancelLabel={t('close.cancel')}
              busy={closeDay.busy}
              onConfirm={() => void close()}
            />
          </>
        )}
        <FailureNote failure={closeDay.failure} />
      </div>
    </>
  )
}

/** The interest and fees of the day, which can be ended, and then its proof, which cannot. */
function Closing({ progress, onCancel }: { readonly progress: WorkProgress; readonly onCancel: () => void }) {
  const { t } = useTranslation('branches')
  const proves = progress.of > 0 && progress.done === progress.of
  return (
    <WorkBar
      progress={progress}
      label={t(proves ? 'close.proves' : 'close.works')}
      onCancel={proves ? null : onCancel}
    />
  )
}

/** The tills that have to be closed before the day can be. */
function StillHeld({ tills }: { readonly tills: readonly TillRow[] }) {
  const { t } = useTranslation('branches')
  const go = useGo()
  return (
    <Note tone="warn">
      <p>{t('close.stillOpen')}</p>
      <ul className={styles.heldTills}>
        {tills.map(({ id, name, holder, counted }) => (
          <li key={id}>
            <button
              type="button"
              className={buttons.link}
              onClick={() => (counted ? go('/approvals') : go('/tills', { till: id }))}
            >
              {t(counted ? 'close.counted' : 'close.heldBy', { till: name, holder: holder ?? '' })}
            </button>
          </li>
        ))}
      </ul>
    </Note>
  )
}
