import { homedir } from 'node:os'
import { join } from 'node:path'

const PRODUCT = 'CoreX Teller'

/** Where the application keeps things when no folder is given: Electron's `userData`, known without Electron. */
export function defaultFolders(env: Readonly<Record<string, string | undefined>> = process.env) {
  const settingsFolder = join(applicationData(env), PRODUCT)
  return { settingsFolder, dataFolder: dataFolderIn(settingsFolder) }
}

/** The embedded server's folder within the settings folder. */
export const dataFolderIn = (settingsFolder: string): string => join(settingsFolder, 'database')

function applicationData(env: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  const configured = env['XDG_CONFIG_HOME']
  return configured === undefined || configured === '' ? join(homedir(), '.config') : configured
}
