import type { Host } from './parts.ts'

/** Loads the host that DOUBLE_HOST names; the other one is never loaded. */
async function loadHost(): Promise<Host> {
  if (process.env['DOUBLE_HOST'] === 'preview') return (await import('./host-preview.ts')).previewHost
  return (await import('./host-chromium.ts')).chromiumHost
}

let loading: Promise<Host> | undefined

/** The one host of this process, loaded when the first window or the start asks for it. */
export function loadedHost(): Promise<Host> {
  loading ??= loadHost()
  return loading
}
