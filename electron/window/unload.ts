import { dialog, type BrowserWindow } from 'electron'

function confirmed(window: BrowserWindow): boolean {
  const LOAD_AGAIN = 0
  const answer = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: 'What was typed here is not saved.',
    detail: 'Loading the window again empties it. What was posted stays in the ledger.',
    buttons: ['Load it again', 'Stay'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  return answer === LOAD_AGAIN
}

/** A page that would lose typed text is loaded again only when a person says so. Closing the window is such a decision already. */
export function askBeforeReload(window: BrowserWindow, confirm = confirmed): void {
  let closing = false
  window.on('close', () => {
    closing = true
  })
  window.webContents.on('will-prevent-unload', (event) => {
    // Prevents what the page did: the page goes.
    if (closing || confirm(window)) event.preventDefault()
  })
}
