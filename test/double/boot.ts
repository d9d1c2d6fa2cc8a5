import { loadHost, type Host } from './host.ts'

/** The one host of this process, loaded when the first window or the start asks for it. */
let loading: Promise<Host> | undefined

export function theHost(): Promise<Host> {
  loading ??= loadHost()
  return loading
}
