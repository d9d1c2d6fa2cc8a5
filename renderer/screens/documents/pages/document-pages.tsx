import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentType } from '../../../../shared/rules/documents.ts'
import { useKeys } from '../../../keyboard/use-keys.ts'
import { CameraPanel } from '../camera/camera-panel.tsx'
import { FileDrop } from '../file-drop.tsx'
import { PageStrip } from './page-strip.tsx'
import { PageView } from './page-view.tsx'
import { nextWords } from './side-words.ts'
import type { Entries } from './use-entries.ts'
import type { PageActions } from './use-page-actions.ts'

type Props = {
  readonly pages: Entries
  readonly actions: PageActions
  readonly type: DocumentType
  /** Something was chosen that is not uploaded. */
  readonly holding: boolean
  readonly onChoose: (files: readonly File[]) => void
}

/** Where the pages of a document come from, files or a camera, and where they are seen. */
export function DocumentPages({ pages, actions, type, holding, onChoose }: Props) {
  const { t } = useTranslation('documents')
  const [photographing, setPhotographing] = useState(false)
  const openCamera = () => setPhotographing(true)
  useKeys({ F11: { label: t('camera.open'), run: openCamera } }, { enabled: !photographing })
  const { entries } = pages
  if (photographing)
    return (
      <FileDrop holding={holding} onChoose={onChoose} onCamera={openCamera} startHere={false}>
        <CameraPanel
          next={nextWords(t, type, entries.length)}
          onPhotograph={(file) => actions.select(pages.add([file], true))}
          onClose={() => setPhotographing(false)}
        />
        {entries.length > 0 && (
          <PageStrip
            entries={entries}
            selected={undefined}
            type={type}
            onSelect={(id) => {
              actions.select(id)
              setPhotographing(false)
            }}
          />
        )}
      </FileDrop>
    )
  return (
    <FileDrop holding={holding} onChoose={onChoose} onCamera={openCamera} startHere>
      {entries.length === 0 ? null : (
        <PageView entries={entries} type={type} actions={actions} onCamera={openCamera} />
      )}
    </FileDrop>
  )
}
