import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { useCopy } from '../../components/use-copy.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import type { MadeCode } from './use-new-code.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'
import typography from '../../theme/typography.module.css'
import styles from './code-shown.module.css'

type Props = { readonly made: MadeCode; readonly onDone: () => void }

/** Shows a code once. Afterwards nobody can read it, because the database keeps only its hash. */
export function CodeShown({ made: { code, computer, hours }, onDone }: Props) {
  const { t } = useTranslation('workstations')
  const { field, copy, outcome } = useCopy(code)
  useKeys({ Escape: { label: t('done'), run: onDone, quiet: true } })
  return (
    <>
      <header className={panel.head}>
        <h2>{t('code', { computer })}</h2>
      </header>
      <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop)}>
        <Note tone="ok">
          <p>
            <b>{t('proposed')}</b>
          </p>
          <p>{t('codeText', { computer, hours: t('hoursOf', { count: hours }) })}</p>
        </Note>
        <TextInput
          ref={field}
          className={styles.code}
          label={t('code', { computer })}
          description={t('codeOnce')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          readOnly
          value={code}
          dir="ltr"
          onFocus={(event) => event.currentTarget.select()}
        />
        <BusyButton variant="default" startHere fullWidth onClick={copy}>
          {t('copy')}
        </BusyButton>
        <output className={typography.secondary}>{outcome === null ? '' : t(outcome)}</output>
        <BusyButton size="lg" fullWidth keys="Escape" onClick={onDone}>
          {t('done')}
        </BusyButton>
      </div>
    </>
  )
}
