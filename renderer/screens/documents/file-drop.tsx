import { IconFileUpload } from '@tabler/icons-react'
import { useRef, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { MEDIA_TYPES } from '../../../shared/rules/uploaded-file.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FilePreview } from '../../components/file-preview.tsx'
import type { ChosenFile } from './chosen-file.ts'
import { useDrop, usePaste } from './use-drop.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import viewer from '../../components/document-viewer.module.css'
import empty from '../../components/empty-state.module.css'
import styles from './file-drop.module.css'

/** Some systems know no media type for a file, so the endings are named too. */
const ACCEPTED = [...MEDIA_TYPES, '.jpg', '.jpeg', '.png', '.pdf'].join(',')

type Props = {
  readonly chosen: ChosenFile | null
  /** Files were chosen that are not uploaded, this one and others. */
  readonly holding: boolean
  readonly onChoose: (files: readonly File[]) => void
  readonly startHere: boolean
}

/** Where a file is dropped or chosen, and then seen before it is uploaded. */
export function FileDrop({ chosen, holding, onChoose, startHere }: Props) {
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
      {chosen === null ? (
        <NoFile startHere={startHere} onPick={pick} />
      ) : (
        <>
          <div className={classes(viewer.tools, styles.chosen)}>
            <bdi className={classes(typography.clipped, layout.grow)}>{chosen.name}</bdi>
            <BusyButton variant="default" onClick={pick}>
              {t('upload.another')}
            </BusyButton>
          </div>
          <FilePreview
            key={`${chosen.name} ${chosen.content.byteLength}`}
            content={chosen.content}
            mediaType={chosen.mediaType}
            label={chosen.name}
          />
        </>
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

function NoFile({ startHere, onPick }: { readonly startHere: boolean; readonly onPick: () => void }) {
  const { t } = useTranslation('documents')
  return (
    <div className={styles.target}>
      <IconFileUpload size={32} stroke={1.5} aria-hidden />
      <p className={empty.title}>{t('upload.drop')}</p>
      <BusyButton variant="default" startHere={startHere} onClick={onPick}>
        {t('upload.choose')}
      </BusyButton>
      <p className={typography.secondary}>{t('upload.formats')}</p>
    </div>
  )
}
