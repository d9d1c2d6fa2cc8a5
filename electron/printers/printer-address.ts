import { isIPv6 } from 'node:net'

/** The port at which printers take raw bytes. */
const RAW_PORT = 9100
const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i
const PORT = /^\d{1,5}$/

/** `192.168.1.30`, `printer-3:9100` or `[fe80::1]:9100` in parts; null where it is none of them. */
export function addressOf(typed: string): { readonly host: string; readonly port: number } | null {
  const [, bracketed, named, digits = String(RAW_PORT)] =
    /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(.*))?$/.exec(typed) ?? []
  const host = bracketed ?? named ?? typed
  const isHost = bracketed === undefined && named !== undefined ? NAME.test(host) : isIPv6(host)
  const port = PORT.test(digits) ? Number(digits) : 0
  return isHost && port > 0 && port < 65_536 ? { host, port } : null
}

export const writtenAddress = ({ host, port }: { readonly host: string; readonly port: number }): string =>
  isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`
