import { Checkbox } from '@mantine/core'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { CHECKS, type Check } from './use-checks.ts'

type Props = {
  readonly ref: Ref<HTMLFieldSetElement>
  readonly ticked: readonly Check[]
  readonly onToggle: (check: Check) => void
}

/** What the checker has seen. */
export function CheckBoxes({ ref, ticked, onToggle }: Props) {
  const { t } = useTranslation('documents')
  return (
    <fieldset className="pad kyc-seen" ref={ref}>
      <legend className="unseen">{t('seen')}</legend>
      <p className="kyc-title" aria-hidden>
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
