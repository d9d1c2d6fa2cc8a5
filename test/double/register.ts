import { registerHooks } from 'node:module'

const electronModule = new URL('electron.ts', import.meta.url).href

/** From here on `electron` means the double, for import and for require alike. */
export function registerElectron(version: string): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' || specifier === 'electron/main'
        ? { url: electronModule, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  })
  const versions = { ...process.versions, electron: version, chrome: '0' }
  Object.defineProperty(process, 'versions', { value: Object.freeze(versions) })
  Object.defineProperty(process, 'type', { value: 'browser' })
  Object.defineProperty(process, 'defaultApp', { value: process.env['DOUBLE_PACKAGED'] !== '1' })
  const resources = process.env['DOUBLE_RESOURCES'] ?? process.cwd()
  Object.defineProperty(process, 'resourcesPath', { value: resources })
}
