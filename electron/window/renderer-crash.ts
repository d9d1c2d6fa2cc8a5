import { dialog, type BrowserWindow, type RenderProcessGoneDetails } from 'electron'

/** More crashes than this within SPAN_MS are a loop; then a person decides. */
const RELOADS_ALLOWED = 2
const SPAN_MS = 60_000

/** Decides from the times of the crashes (ms) whether another reload may help. */
export function crashCounter(now: () => number = Date.now) {
  let crashes: number[] = []
  return {
    shouldReload: (): boolean => {
      crashes = [...crashes.filter((at) => now() - at < SPAN_MS), now()]
      return crashes.length <= RELOADS_ALLOWED
    },
    reset: (): void => {
      crashes = []
    },
  }
}

async function ask(window: BrowserWindow, message: string, buttons: [string, string]): Promise<boolean> {
  const detail = 'Nothing that was posted is lost. An amount that was not posted yet has to be typed again.'
  const options = {
    type: 'warning' as const,
    message,
    detail,
    buttons,
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  }
  const { response } = await dialog.showMessageBox(window, options)
  return response === 0 && !window.isDestroyed()
}

/**
 * Reloads the screen after its process has ended: twice by itself, then it asks, so that a screen which crashes while
 * loading is not reloaded for ever. A screen that hangs is never reloaded without asking, because the user may be typing.
 */
export function recoverRenderer(window: BrowserWindow, quit: () => void, log: (line: string) => void): void {
  const counter = crashCounter()
  const reload = () => window.webContents.reload()

  const afterCrash = async (details: RenderProcessGoneDetails): Promise<void> => {
    log(`The screen's process is gone: ${details.reason} (${details.exitCode})`)
    if (counter.shouldReload()) return reload()
    counter.reset()
    if (await ask(window, 'The screen stopped working several times.', ['Load it again', 'Quit'])) reload()
    else quit()
  }
  const afterHang = async (): Promise<void> => {
    log('The screen does not answer')
    if (await ask(window, 'The screen does not answer.', ['Load it again', 'Wait'])) reload()
  }

  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    afterCrash(details).catch((error: unknown) => log(`The question could not be shown: ${String(error)}`))
  })
  window.on('unresponsive', () => {
    afterHang().catch((error: unknown) => log(`The question could not be shown: ${String(error)}`))
  })
}
