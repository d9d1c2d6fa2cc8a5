import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { REJECT_REASONS, type RejectReason } from '../../../shared/rules/documents.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { roveFocus } from '../../keyboard/roving.ts'
import layout from '../../theme/layout.module.css'
import chips from '../../components/chips.module.css'
import styles from './review.module.css'

type Props = {
  readonly chosen: RejectReason | null
  readonly onChoose: (reason: RejectReason) => void
}

/** Arrow keys move among the reasons. */
const ROVING = { onKeyDown: (event: KeyboardEvent<HTMLElement>) => roveFocus(event, 'button') }

/** The reasons of the list, each with its number: choosing one fills in words that can then be changed. */
export function CommonReasons({ chosen, onChoose }: Props) {
  const { t } = useTranslation('documents')
  const keys = REJECT_REASONS.map((reason, at) => [
    String(at + 1),
    { label: t(`chip.${reason}`), run: () => onChoose(reason), quiet: true },
  ])
  useKeys(Object.fromEntries(keys))
  return (
    <fieldset className={styles.reasons} {...ROVING}>
      <legend className={layout.visuallyHidden}>{t('reasons')}</legend>
      {REJECT_REASONS.map((reason, at) => (
        <button
          key={reason}
          type="button"
          className={chips.chip}
          aria-pressed={chosen === reason}
          ref={at === 0 ? focusAtOnce : undefined}
          onClick={() => onChoose(reason)}
        >
          {t('chipOf', { number: at + 1, reason: t(`chip.${reason}`) })}
        </button>
      ))}
    </fieldset>
  )
}

/** The numbers choose at once; in the field of words they would be typed. */
const focusAtOnce = (button: HTMLElement | null): void => button?.focus()
