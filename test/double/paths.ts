import { mkdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** What the command line said: the application's folder, its package.json, and its data folder. */
export type Launched = { appPath: string; userDataSwitch: string | undefined }

const launched: Launched = { appPath: process.cwd(), userDataSwitch: undefined }
const overridden = new Map<string, string>()

export function setLaunched(facts: Launched): void {
  Object.assign(launched, facts)
}

export function appPath(): string {
  return launched.appPath
}

/** The application's name and version, from the package.json nearest to its folder, as Electron reads them. */
export function appPackage(): { name: string; version: string } {
  for (let folder = launched.appPath; ; folder = dirname(folder)) {
    try {
      const json: Record<string, string> = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      return { name: json['productName'] ?? json['name'] ?? 'Electron', version: json['version'] ?? '0.0.0' }
    } catch {
      if (folder === dirname(folder)) return { name: 'Electron', version: '0.0.0' }
    }
  }
}

function appData(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}

function userData(): string {
  return launched.userDataSwitch ?? join(appData(), appPackage().name)
}

const places: Record<string, () => string> = {
  home: homedir,
  appData,
  userData,
  sessionData: userData,
  temp: tmpdir,
  exe: () => process.execPath,
  logs: () => join(userData(), 'logs'),
  crashDumps: () => join(userData(), 'Crashpad'),
  desktop: () => join(homedir(), 'Desktop'),
  documents: () => join(homedir(), 'Documents'),
  downloads: () => join(homedir(), 'Downloads'),
}

/** As app.getPath: creates the folders that belong to the application, and only those. */
export function getPath(name: string): string {
  const place = overridden.get(name) ?? places[name]?.()
  if (place === undefined) throw new Error(`Failed to get '${name}' path`)
  if (['userData', 'sessionData', 'logs', 'crashDumps'].includes(name)) mkdirSync(place, { recursive: true })
  return place
}

export function setPath(name: string, path: string): void {
  overridden.set(name, path)
}
