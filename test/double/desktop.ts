import { EventEmitter } from 'node:events'
import { openWindows } from './windows.ts'

/** The button that closing the box stands for. */
function cancelled(args: unknown[]): number {
  const options = args.at(-1)
  const hasId = typeof options === 'object' && options !== null && 'cancelId' in options
  return hasId ? Number(options.cancelId) : 0
}

/** The desktop's dialogs: the double has no user, so each answers as if the user had declined. */
export const dialog = {
  showErrorBox: (title: string, content: string): void =>
    console.error(`double: error box: ${title}: ${content}`),
  showMessageBox: async (...args: unknown[]) => {
    console.error('double: message box:', args.at(-1))
    return { response: cancelled(args), checkboxChecked: false }
  },
  showMessageBoxSync: (...args: unknown[]): number => cancelled(args),
  showOpenDialog: async (..._args: unknown[]) => ({ canceled: true, filePaths: [] as string[] }),
  showSaveDialog: async (..._args: unknown[]) => ({ canceled: true, filePath: '' }),
}

export const shell = {
  openExternal: async (_url: string, _options?: object): Promise<void> => undefined,
  openPath: async (_path: string): Promise<string> => 'the double opens nothing',
  showItemInFolder: (_path: string): void => undefined,
}

type MenuLike = { items: object[]; popup: () => void }
/** Electron makes a menu by itself unless the program sets one, or none, before it is ready. */
let applicationMenu: MenuLike | null = {
  items: [{ role: 'fileMenu' }, { role: 'editMenu' }, { role: 'viewMenu' }, { role: 'windowMenu' }],
  popup: () => undefined,
}

export const Menu = {
  setApplicationMenu: (menu: MenuLike | null): void => {
    applicationMenu = menu
  },
  getApplicationMenu: (): MenuLike | null => applicationMenu,
  buildFromTemplate: (template: object[]): MenuLike => ({ items: template, popup: () => undefined }),
}

class DoubleNativeTheme extends EventEmitter {
  #source: 'system' | 'light' | 'dark' = 'system'

  get themeSource() {
    return this.#source
  }
  set themeSource(source: 'system' | 'light' | 'dark') {
    this.#source = source
    for (const window of openWindows) {
      window.withSurface((surface) => surface.useDarkColors(this.shouldUseDarkColors)).catch(() => undefined)
    }
    this.emit('updated')
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
  readonly shouldUseHighContrastColors = false
  readonly inForcedColorsMode = false
}

export const nativeTheme = new DoubleNativeTheme()

export const powerMonitor = Object.assign(new EventEmitter(), {
  getSystemIdleState: (_threshold: number) => 'active' as const,
  getSystemIdleTime: (): number => 0,
  isOnBatteryPower: (): boolean => false,
})

const area = { x: 0, y: 0, width: 1920, height: 1080 }

export const primaryDisplay = {
  id: 1,
  bounds: area,
  workArea: area,
  size: { width: area.width, height: area.height },
  workAreaSize: { width: area.width, height: area.height },
  scaleFactor: 1,
}

export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => primaryDisplay,
  getAllDisplays: () => [primaryDisplay],
  getDisplayMatching: (_bounds: object) => primaryDisplay,
  getDisplayNearestPoint: (_point: object) => primaryDisplay,
})

let copied = ''

export const clipboard = {
  readText: async (): Promise<string> => copied,
  writeText: async (text: string): Promise<void> => {
    copied = text
  },
}

export const globalShortcut = {
  register: (_accelerator: string, _callback: () => void): boolean => true,
  unregisterAll: (): void => undefined,
}

export const crashReporter = { start: (_options?: object): void => undefined }
