import { useTranslation } from 'react-i18next'
import layout from '../../theme/layout.module.css'
import chips from '../../components/chips.module.css'
import styles from './review.module.css'

const COMMON = ['blurred', 'expired', 'otherPerson', 'mismatch', 'tooOld', 'altered'] as const

type Props = { readonly chosen: string; readonly onChoose: (reason: string) => void }

/** Chips that fill in a common reason, which can then be changed. */
export function CommonReasons({ chosen, onChoose }: Props) {
  const { t } = useTranslation('documents')
  return (
    <fieldset className={styles.reasons}>
      <legend className={layout.visuallyHidden}>{t('reasons')}</legend>
      {COMMON.map((name) => (
        <button
          key={name}
          type="button"
          className={chips.chip}
          aria-pressed={chosen === t(`common.${name}`)}
          onClick={() => onChoose(t(`common.${name}`))}
        >
          {t(`chip.${name}`)}
        </button>
      ))}
    </fieldset>
  )
}
