/** Login, servers and the rest of an address of several servers, as libpq writes it: `postgresql://user@first,second:5433/database`. */
const SEVERAL = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^@/?#]*,[^@/?#]*)(.*)$/s
/** Stands for the list while the rest of an address is changed. A domain of this name can never exist. */
const STAND_IN = 'servers.invalid'

/** An address of several servers as one address each; of one server, that one. */
export function addressesIn(url: string): string[] {
  const [, login, servers, rest] = SEVERAL.exec(url) ?? []
  return servers === undefined ? [url] : servers.split(',').map((server) => `${login}${server.trim()}${rest}`)
}

/** Changes an address of one or several servers by what changes one of a single server; the servers stay as they are. */
export function inOneAddress(url: string, change: (single: string) => string): string {
  const [, login, servers, rest] = SEVERAL.exec(url) ?? []
  if (servers === undefined) return change(url)
  return change(`${login}${STAND_IN}${rest}`).replace(STAND_IN, () => servers)
}
