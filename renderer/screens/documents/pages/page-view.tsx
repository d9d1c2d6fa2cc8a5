import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentType } from '../../../../shared/rules/documents.ts'
import { BusyButton } from '../../../components/busy-button.tsx'
import { FilePreview } from '../../../components/file-preview.tsx'
import { PickFiles } from '../pick-files.ts'
import { CropEditor } from './crop-editor.tsx'
import { currentOf, type Entry } from './entry.ts'
import { PageStrip } from './page-strip.tsx'
import { PageTools } from './page-tools.tsx'
import type { PageActions } from './use-page-actions.ts'

type Props = {
  readonly entries: readonly Entry[]
  readonly type: DocumentType
  readonly actions: PageActions
  readonly onCamera: () => void
}

/** The page that is looked at, large, above all pages of the document. */
export function PageView({ entries, type, actions, onCamera }: Props) {
  const { t } = useTranslation('documents')
  const { entry, cropping } = actions
  const pick = useContext(PickFiles)
  if (entry === undefined) return null
  if (cropping !== null)
    return (
      <CropEditor
        page={cropping}
        onCut={(corners) => actions.cut(cropping, corners)}
        onClose={actions.endCrop}
      />
    )
  return (
    <>
      <PageTools entry={entry} actions={actions}>
        <BusyButton variant="default" onClick={pick}>
          {t('pages.add')}
        </BusyButton>
        <BusyButton variant="default" keys="F11" onClick={onCamera}>
          {t('camera.open')}
        </BusyButton>
      </PageTools>
      <EntryPreview entry={entry} />
      {entries.length > 1 && (
        <PageStrip entries={entries} selected={entry.id} type={type} onSelect={actions.select} />
      )}
    </>
  )
}

/** A page as it is kept, and before it is made the file as it was chosen. */
function EntryPreview({ entry }: { readonly entry: Entry }) {
  const shown =
    entry.kind === 'page'
      ? { content: currentOf(entry).page.jpeg, mediaType: 'image/jpeg', version: entry.versions.length }
      : { content: entry.chosen?.content, mediaType: entry.chosen?.mediaType, version: 0 }
  if (shown.content === undefined || shown.mediaType === undefined) return null
  return (
    <FilePreview
      key={`${entry.id} ${shown.version}`}
      content={shown.content}
      mediaType={shown.mediaType}
      label={entry.name}
    />
  )
}
