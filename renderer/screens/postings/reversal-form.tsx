import { Checkbox, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostingView } from '../../../shared/contract/postings.ts'
import { isAnyCallError } from '../../../shared/errors.ts'
import { Amount } from '../../components/amount.tsx'
import { AnswerNote } from '../../components/answer-note.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { FieldErrorText } from '../../components/form/field-error.tsx'
import { OutcomeNote } from '../../components/outcome-note.tsx'
import { useFocusIfLost } from '../../components/use-focus-if-lost.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { EffectTable } from './effect-table.tsx'
import { ReversalReasons } from './reversal-reasons.tsx'
import type { Reversal } from './use-reversal.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'
import reversalStyles from './reversal.module.css'
import styles from './slip.module.css'

type Props = { readonly posted: PostingView; readonly reversal: Reversal; readonly onBack: () => void }

/** A reversal being prepared, in the place of the posting: the reason, what it does, and the button that does it. */
export function ReversalForm({ posted, reversal, onBack }: Props) {
  const { t } = useTranslation('postings')
  const { preview, answer, posting } = reversal
  return (
    <>
      <header className={panel.head}>
        <h2>{t('reversal.title', { reference: posted.reference })}</h2>
      </header>
      <div className={classes(layout.scroll, styles.body)}>
        <Unprepared answer={answer} />
        {preview !== null && <ReversalFields reversal={reversal} />}
      </div>
      <div className={styles.foot}>
        {preview !== null && <EffectTable lines={preview.legs} currency={preview.currency} />}
        <OutcomeNote posting={posting} />
        <ReversalButtons reversal={reversal} onBack={onBack} />
      </div>
    </>
  )
}

/** Why there is nothing to decide: the ledger refuses it for good, or could not be asked. */
function Unprepared({ answer }: Pick<Reversal, 'answer'>) {
  const { t } = useTranslation('postings')
  const refused = answer.state === 'unknown' && !isAnyCallError(answer.failure.code)
  if (!refused) return <AnswerNote answer={answer} />
  return (
    <Focused>
      <FailureNote title={t('reversal.cannot')} failure={answer.failure} />
    </Focused>
  )
}

function Focused({ children }: { readonly children: ReactNode }) {
  const part = useFocusIfLost<HTMLDivElement>()
  return (
    <div ref={part} tabIndex={-1}>
      {children}
    </div>
  )
}

function ReversalFields({ reversal }: Pick<Props, 'reversal'>) {
  const { t } = useTranslation(['postings', 'components'])
  const { preview, needsWords, missing, words, setWords, posting } = reversal
  const because = preview?.because ?? null
  return (
    <>
      {because !== null && (
        <Note tone="warn">
          <p>
            <b>{t('reversal.needed')}.</b> {t(`reversal.because.${because}`)}
          </p>
        </Note>
      )}
      <ReversalReasons reversal={reversal} />
      <TextInput
        label={t(needsWords ? 'reversal.wordsNeeded' : 'reversal.words')}
        value={words}
        maxLength={200}
        dir="auto"
        autoComplete="off"
        readOnly={posting.frozen}
        error={missing.words ? <FieldErrorText message={t('components:required')} /> : null}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Following reversal={reversal} />
    </>
  )
}

/** The fees that followed, by name and amount, and whether they are reversed too. */
function Following({ reversal: { preview, withFees, setWithFees, posting } }: Pick<Props, 'reversal'>) {
  const { t } = useTranslation(['postings', 'accounts'])
  if (preview === null || preview.following.length === 0) return null
  return (
    <fieldset className={reversalStyles.following}>
      <legend>{t('reversal.following')}</legend>
      {preview.following.map(({ reference, transactionType, description, amount }, at) => (
        <p key={`${reference} ${at}`} className={layout.sideBySide}>
          <bdi>{description ?? t(`accounts:kind.${transactionType}`)}</bdi>
          <span className={layout.grow} />
          <Amount value={amount} currency={preview.currency} />
        </p>
      ))}
      <Checkbox
        label={t('reversal.withFees')}
        checked={withFees}
        disabled={posting.frozen}
        onChange={(event) => setWithFees(event.currentTarget.checked)}
      />
    </fieldset>
  )
}

function ReversalButtons({ reversal, onBack }: Omit<Props, 'posted'>) {
  const { t } = useTranslation('postings')
  const { preview, posting, post, unavailable } = reversal
  const asks = preview !== null && preview.because !== null
  const label = asks ? t('reversal.ask') : t('reverse')
  useKeys({
    'Ctrl+Enter': { label: t('reverse'), run: post, disabled: unavailable },
    Escape: { label: t('reversal.stay'), run: onBack, disabled: posting.frozen, quiet: true },
  })
  return (
    <div className={styles.actions}>
      <BusyButton size="lg" variant="default" keys="Escape" unavailable={posting.frozen} onClick={onBack}>
        {t('reversal.back')}
      </BusyButton>
      <BusyButton
        size="lg"
        fullWidth
        keys="Ctrl+Enter"
        busy={posting.frozen}
        unavailable={unavailable}
        onClick={post}
      >
        {label}
      </BusyButton>
    </div>
  )
}
