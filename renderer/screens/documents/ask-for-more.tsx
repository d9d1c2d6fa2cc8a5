import { Checkbox, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { ASKED_FOR } from '../../../shared/rules/documents.ts'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { FieldErrorText } from '../../components/form/field-error.tsx'
import { useFormKeys } from '../../components/form/form-actions.ts'
import { ButtonRow } from '../../components/form/form-buttons.tsx'
import { spokenCode } from './missing-words.ts'
import { useAsking } from './use-asking.ts'
import styles from './review.module.css'

type Props = {
  readonly customerId: string
  readonly kind: CustomerView['kind']
  readonly onClose: () => void
}

/** Names what the customer still has to bring, instead of a decision or beside it. */
export function AskForMore({ customerId, kind, onClose }: Props) {
  const { t } = useTranslation('documents')
  const asking = useAsking(customerId, onClose)
  const { missing, problem, busy } = asking
  const submit = { label: t('more.send'), run: asking.send, busy }
  const leave = { label: t('back'), run: onClose, unavailable: busy }
  useFormKeys(submit, leave)
  return (
    <>
      <p>{t('more.intro')}</p>
      <fieldset className={styles.asked} aria-label={t('more.what')}>
        {ASKED_FOR.map((code, at) => (
          <Checkbox
            key={code}
            autoFocus={at === 0}
            label={t(`more.code.${spokenCode(code, kind)}`)}
            checked={missing.includes(code)}
            onChange={() => asking.toggle(code)}
          />
        ))}
      </fieldset>
      {problem.missing !== null && <Note tone="bad">{problem.missing}</Note>}
      <Textarea
        rows={2}
        maxLength={500}
        label={t('more.words')}
        description={t('more.wordsHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={asking.words}
        readOnly={busy}
        error={problem.words === null ? null : <FieldErrorText message={problem.words} />}
        onChange={(event) => asking.setWords(event.currentTarget.value)}
      />
      <FailureNote failure={asking.failure} />
      <ButtonRow action={submit} leave={leave} />
    </>
  )
}
