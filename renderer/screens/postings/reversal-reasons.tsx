import { Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FieldErrorText } from '../../components/form/field-error.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import type { Reversal } from './use-reversal.ts'
import styles from './reversal.module.css'

/** The bank's reasons, each with the digit that chooses it. */
export function ReversalReasons({ reversal }: { readonly reversal: Reversal }) {
  const { t } = useTranslation('postings')
  const { preview, reasonCode, choose, posting, missing } = reversal
  const reasons = preview?.reasons ?? []
  useKeys(
    Object.fromEntries(
      reasons.map(({ code, name }, at) => [
        String(at + 1),
        { label: name, run: () => choose(code), disabled: posting.frozen, quiet: true },
      ]),
    ),
  )
  return (
    <fieldset className={styles.reasons}>
      <legend>{t('reversal.reasons')}</legend>
      {reasons.map(({ code, name }, at) => (
        <label key={code} data-on={reasonCode === code || undefined}>
          <input
            type="radio"
            name="reversal-reason"
            autoFocus={at === 0}
            checked={reasonCode === code}
            disabled={posting.frozen}
            onChange={() => choose(code)}
          />
          <bdi>{name}</bdi>
          <Kbd aria-hidden>{at + 1}</Kbd>
        </label>
      ))}
      {missing.reason && (
        <p className={styles.missing} role="alert">
          <FieldErrorText message={t('reversal.chooseReason')} />
        </p>
      )}
    </fieldset>
  )
}
