import { dialog, type DownloadItem, type Session } from 'electron'
import { isOwnPage } from './harden.ts'

/** What the page made itself: receipts, statements, exports. Nothing is fetched into a file. */
const isOwnContent = (url: string, devServer?: string): boolean =>
  url.startsWith('blob:') && isOwnPage(url.slice('blob:'.length), devServer)

function tellFailure(item: DownloadItem): void {
  void dialog.showMessageBox({
    type: 'error',
    message: `${item.getFilename()} was not saved.`,
    detail: 'The disk may be full, or the folder away or closed to you. Save it again, in another folder.',
    buttons: ['Close'],
    noLink: true,
  })
}

/** A file is saved where a person says in the system's dialog, and only one that the page made. One that could not be written is told. */
export function limitDownloads(session: Session, log: (line: string) => void, devServer?: string): void {
  session.on('will-download', (event, item) => {
    if (!isOwnContent(item.getURL(), devServer)) {
      log('A download that the application had not made was refused')
      event.preventDefault()
      return
    }
    item.once('done', (_event, state) => {
      if (state === 'interrupted') tellFailure(item)
    })
  })
}
