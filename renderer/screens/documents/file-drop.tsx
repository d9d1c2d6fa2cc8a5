import { IconFileUpload } from '@tabler/icons-react'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { FilePreview } from '../../components/file-preview.tsx'
import type { ChosenFile } from './chosen-file.ts'

type Props = {
  readonly chosen: ChosenFile | null
  readonly onChoose: (file: File) => void
  readonly startHere: boolean
}

/** Where a file is dropped or chosen, and then seen before it is uploaded. */
export function FileDrop({ chosen, onChoose, startHere }: Props) {
  const { t } = useTranslation('documents')
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file !== undefined) onChoose(file)
  }
  const button = (
    <BusyButton
      variant="default"
      startHere={startHere && chosen === null}
      onClick={() => picker.current?.click()}
    >
      {chosen === null ? t('upload.choose') : t('upload.another')}
    </BusyButton>
  )
  return (
    <section
      className="drop"
      data-over={over || undefined}
      aria-label={t('upload.preview')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <input
        ref={picker}
        type="file"
        className="unseen"
        tabIndex={-1}
        accept="image/jpeg,image/png,application/pdf,.jpg,.jpeg,.png,.pdf"
        aria-label={t('upload.file')}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          // The same file chosen again after a refusal is a new choice.
          currentTarget.value = ''
          if (file !== undefined) onChoose(file)
        }}
      />
      {chosen === null ? (
        <div className="drop-empty">
          <IconFileUpload size={32} stroke={1.5} aria-hidden />
          <p className="empty-title">{t('upload.drop')}</p>
          {button}
          <p className="t2">{t('upload.formats')}</p>
        </div>
      ) : (
        <>
          <div className="viewer-tools">
            <bdi className="clip grow">{chosen.name}</bdi>
            {button}
          </div>
          <FilePreview content={chosen.content} mediaType={chosen.mediaType} label={chosen.name} />
        </>
      )}
    </section>
  )
}
