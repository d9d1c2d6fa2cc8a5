import { IconCamera, IconFileUpload } from '@tabler/icons-react'
import { useRef, type ReactNode, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { ACCEPTED_TYPES } from '../../../shared/rules/uploaded-file.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { PickFiles } from './pick-files.ts'
import { useDrop, usePaste } from './use-drop.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import empty from '../../components/empty-state.module.css'
import styles from './file-drop.module.css'

/** Some systems know no media type for a file, so the endings are named too. */
const ACCEPTED = [...ACCEPTED_TYPES, '.jpg', '.jpeg', '.png', '.webp', '.pdf'].join(',')

type Props = {
  /** Something was chosen that is not uploaded. */
  readonly holding: boolean
  readonly onChoose: (files: readonly File[]) => void
  readonly onCamera: () => void
  readonly startHere: boolean
  /** What is shown of what was chosen; it opens the dialog for more by `PickFiles`. Null while nothing is. */
  readonly children: ReactNode
}

/** Where files are dropped, pasted or chosen, and then seen before they are uploaded. */
export function FileDrop({ holding, onChoose, onCamera, startHere, children }: Props) {
  const { t } = useTranslation('documents')
  const picker = useRef<HTMLInputElement>(null)
  const { over, target } = useDrop(onChoose)
  usePaste(onChoose)
  const pick = () => picker.current?.click()
  return (
    <section
      className={styles.drop}
      data-over={over || undefined}
      data-chosen={holding || undefined}
      aria-label={t('upload.preview')}
      {...target}
    >
      <FileInput ref={picker} onChoose={onChoose} />
      {children === null ? (
        <NoFile startHere={startHere} onPick={pick} onCamera={onCamera} />
      ) : (
        <PickFiles value={pick}>{children}</PickFiles>
      )}
    </section>
  )
}

type InputProps = { readonly ref: Ref<HTMLInputElement>; readonly onChoose: (files: readonly File[]) => void }

function FileInput({ ref, onChoose }: InputProps) {
  const { t } = useTranslation('documents')
  return (
    <input
      ref={ref}
      type="file"
      multiple
      className={layout.visuallyHidden}
      tabIndex={-1}
      accept={ACCEPTED}
      aria-label={t('upload.file')}
      onChange={({ currentTarget }) => {
        const files = [...(currentTarget.files ?? [])]
        // The same file chosen again after a refusal is a new choice.
        currentTarget.value = ''
        if (files.length > 0) onChoose(files)
      }}
    />
  )
}

type NoFileProps = Pick<Props, 'startHere' | 'onCamera'> & { readonly onPick: () => void }

function NoFile({ startHere, onPick, onCamera }: NoFileProps) {
  const { t } = useTranslation('documents')
  return (
    <div className={styles.target}>
      <IconFileUpload size={32} stroke={1.5} aria-hidden />
      <p className={empty.title}>{t('upload.drop')}</p>
      <div className={layout.sideBySide}>
        <BusyButton variant="default" startHere={startHere} onClick={onPick}>
          {t('upload.choose')}
        </BusyButton>
        <BusyButton
          variant="default"
          keys="F11"
          onClick={onCamera}
          leftSection={<IconCamera size={16} aria-hidden />}
        >
          {t('camera.open')}
        </BusyButton>
      </div>
      <p className={typography.secondary}>{t('upload.formats')}</p>
    </div>
  )
}
