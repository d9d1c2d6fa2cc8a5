/** What ends an address that was copied from a browser or another program. */
const RESOURCE = /\/(ScannerCapabilities|ScannerStatus|ScanJobs)$/i
/** A name with a dot, as all have that another computer answers to, an IPv4 or an IPv6 address; a port; a path. */
const WITHOUT_SCHEME = /^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)+|\[[0-9a-f:.]+\])(:\d{1,5})?(\/[\x21-\x7e]*)?$/i
const USUAL_PATH = '/eSCL'

/**
 * The eSCL addresses that somebody may mean by what is typed, the likeliest first: a host or an IP address, with a port and a path where
 * they are not the usual ones, or a whole address. Without a scheme it is tried with encryption and then without. Empty where it is none.
 */
export function addressesOf(typed: string): URL[] {
  const text = typed.trim()
  if (text.includes('://')) return eSclAddress(text)
  if (!WITHOUT_SCHEME.test(text)) return []
  return ['https', 'http'].flatMap((scheme) => eSclAddress(`${scheme}://${text}`))
}

function eSclAddress(address: string): URL[] {
  const url = URL.parse(address)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return []
  // A number that is only short for an IP address is more likely something else.
  if (!address.toLowerCase().includes(url.hostname) || url.username !== '' || url.password !== '') return []
  const path = url.pathname.replace(/\/+$/, '').replace(RESOURCE, '')
  return [new URL(`${url.protocol}//${url.host}${path === '' ? USUAL_PATH : path}`)]
}

/** A resource of the scanner at `base`. */
export const resourceOf = (base: URL, name: string): URL =>
  new URL(`${base.pathname.replace(/\/+$/, '')}/${name}`, base.origin)

/**
 * Where a scanner says that a job is: only the path is taken. Whatever host it names, by another name of its own or somebody else's, the
 * one that was asked is asked again.
 */
export function jobAt(base: URL, location: string): URL | null {
  const named = URL.parse(location, `${base.href}/`)
  return named === null ? null : new URL(`${named.pathname}${named.search}`, base.origin)
}
