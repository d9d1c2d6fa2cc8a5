import { Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { keyCaption } from '../../keyboard/keys.ts'
import { useCounterWork } from './counter-work.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import buttons from '../../components/buttons.module.css'

/** The key that opens the form of who stands at the counter. */
export const PRESENTER_KEY = 'Ctrl+O'

type Props = { readonly frozen: boolean; readonly onName: () => void }

/** Who stands at the counter with cash: the holder, unless somebody else is named. No key is needed for the holder. */
export function PresenterLine({ frozen, onName }: Props) {
  const { t } = useTranslation('postings')
  const presenter = useCounterWork((work) => work.presenter)
  return (
    <p className={layout.sideBySide}>
      <span className={typography.secondary}>{t('presenter.title')}</span>
      <bdi className={classes(layout.grow, typography.clipped)}>
        {presenter === null ? t('presenter.holder') : presenter.name}
      </bdi>
      <button type="button" className={buttons.link} disabled={frozen} onClick={onName}>
        {t(presenter === null ? 'presenter.other' : 'presenter.change')}
        <Kbd aria-hidden>{keyCaption(PRESENTER_KEY)}</Kbd>
      </button>
    </p>
  )
}
