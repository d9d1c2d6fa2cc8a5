import { useTranslation } from 'react-i18next'

const COMMON = ['blurred', 'expired', 'otherPerson', 'mismatch', 'tooOld', 'altered'] as const

type Props = { readonly chosen: string; readonly onChoose: (reason: string) => void }

/** Chips that fill in a common reason, which can then be changed. */
export function CommonReasons({ chosen, onChoose }: Props) {
  const { t } = useTranslation('documents')
  return (
    <fieldset className="kyc-reasons">
      <legend className="unseen">{t('reasons')}</legend>
      {COMMON.map((name) => (
        <button
          key={name}
          type="button"
          className="chip"
          aria-pressed={chosen === t(`common.${name}`)}
          onClick={() => onChoose(t(`common.${name}`))}
        >
          {t(`chip.${name}`)}
        </button>
      ))}
    </fieldset>
  )
}
