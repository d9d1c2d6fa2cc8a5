import { Checkbox } from '@mantine/core'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { CHECKS, type Check } from './use-checks.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import styles from './review.module.css'

type Props = {
  readonly ref: Ref<HTMLFieldSetElement>
  readonly ticked: readonly Check[]
  readonly onToggle: (check: Check) => void
}

/** What the checker has seen. */
export function CheckBoxes({ ref, ticked, onToggle }: Props) {
  const { t } = useTranslation('documents')
  return (
    <fieldset className={classes(layout.padded, styles.checks)} ref={ref}>
      <legend className={layout.visuallyHidden}>{t('seen')}</legend>
      <p className={styles.title} aria-hidden>
        {t('seen')}
      </p>
      {CHECKS.map((check) => (
        <Checkbox
          key={check}
          label={t(`seenLabel.${check}`)}
          checked={ticked.includes(check)}
          onChange={() => onToggle(check)}
        />
      ))}
    </fieldset>
  )
}
