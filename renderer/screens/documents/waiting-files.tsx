import { useTranslation } from 'react-i18next'
import { Note } from '../../components/failure-note.tsx'
import { NoteAction } from './note-action.tsx'

type Props = { readonly files: readonly File[]; readonly onFiles: (files: readonly File[]) => void }

/** Names the files that were chosen together with this one: each becomes a document of its own. */
export function WaitingFiles({ files, onFiles }: Props) {
  const { t } = useTranslation('documents')
  const [, ...waiting] = files
  if (waiting.length === 0) return null
  return (
    <Note tone="info">
      <p>{t('upload.waiting', { count: waiting.length })}</p>
      <FileNames files={waiting} />
      <NoteAction label={t('upload.leaveOut')} run={() => onFiles(waiting)} />
    </Note>
  )
}

/** Asks before the form is left with files that are not uploaded. */
export function UnsentFiles({ files }: Pick<Props, 'files'>) {
  const { t } = useTranslation('documents')
  return (
    <Note tone="warn">
      <p>{t('upload.stillWaiting', { count: files.length })}</p>
      <FileNames files={files} />
    </Note>
  )
}

function FileNames({ files }: Pick<Props, 'files'>) {
  return (
    <ul>
      {files.map((file, at) => (
        <li key={`${at} ${file.name}`}>
          <bdi>{file.name}</bdi>
        </li>
      ))}
    </ul>
  )
}
