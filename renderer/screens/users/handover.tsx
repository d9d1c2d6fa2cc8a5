import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { useCopy } from '../../components/use-copy.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './handover.module.css'

type Props = {
  readonly sentence: string
  /** What to do with it. */
  readonly text: string
  readonly username: string
  readonly password: string
  /** What it is, if not the whole temporary password. */
  readonly label?: string
  readonly onDone: () => void
}

/** Shows a temporary password once. Afterwards nobody can read it, because the database keeps only its hash. */
export function Handover({ sentence, text, username, password, label, onDone }: Props) {
  const { t } = useTranslation('users')
  const { field, copy, outcome } = useCopy(password)
  useKeys({ Escape: { label: t('handover.done'), run: onDone, quiet: true } })
  return (
    <div className={layout.stack}>
      <Note tone="ok">
        <p>
          <b>{sentence}</b>
        </p>
        <p>{text}</p>
      </Note>
      <TextInput label={t('username')} readOnly value={username} dir="ltr" />
      <TextInput
        ref={field}
        className={styles.password}
        label={label ?? t('temporary')}
        description={t('handover.once')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        readOnly
        value={password}
        dir="ltr"
        onFocus={(event) => event.currentTarget.select()}
      />
      <BusyButton variant="default" startHere fullWidth onClick={copy}>
        {t('handover.copy')}
      </BusyButton>
      <output className={typography.secondary}>{outcome === null ? '' : t(`handover.${outcome}`)}</output>
      <BusyButton size="lg" fullWidth keys="Escape" onClick={onDone}>
        {t('handover.done')}
      </BusyButton>
    </div>
  )
}
