import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const PRODUCT = 'CoreX Teller'

type Env = Readonly<Record<string, string | undefined>>

/** Where the application keeps things when no folder is given, known without Electron. */
export function defaultFolders(env: Env = process.env, platform: NodeJS.Platform = process.platform) {
  const settingsFolder = platform === 'win32' ? onWindows(env) : join(applicationData(env, platform), PRODUCT)
  return { settingsFolder, dataFolder: dataFolderIn(settingsFolder) }
}

/** The embedded server's folder within the settings folder. */
export const dataFolderIn = (settingsFolder: string): string => join(settingsFolder, 'database')

const given = (value: string | undefined, otherwise: readonly string[]): string =>
  value === undefined || value === '' ? join(homedir(), ...otherwise) : value

/** Electron's own place. Windows copies this part of a profile over the network when somebody signs in elsewhere: none for a database. */
const roaming = (env: Env): string => join(given(env['APPDATA'], ['AppData', 'Roaming']), PRODUCT)

/** Work was done here: an empty folder of that name is made by Electron itself. */
const isUsed = (folder: string): boolean =>
  [join(folder, 'connection.json'), dataFolderIn(folder)].some((part) => existsSync(part))

/** On this computer; what an older version began in the roaming part stays where it is, because a database is not moved on the quiet. */
function onWindows(env: Env): string {
  const local = join(given(env['LOCALAPPDATA'], ['AppData', 'Local']), PRODUCT)
  return isUsed(roaming(env)) && !isUsed(local) ? roaming(env) : local
}

/** Whether a settings folder is in the part of a profile that Windows copies from computer to computer. */
export const isRoaming = (
  settingsFolder: string,
  env: Env,
  platform: NodeJS.Platform = process.platform,
): boolean => platform === 'win32' && settingsFolder === roaming(env)

function applicationData(env: Env, platform: NodeJS.Platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return given(env['XDG_CONFIG_HOME'], ['.config'])
}
