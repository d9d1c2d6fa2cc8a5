const SUFFIX = '.app.invalid'

/** Chromium serves no app:// scheme, so that app://teller/x is https://teller.app.invalid/x inside the double. */
export function toBrowserUrl(url: string): string {
  return url.replace(/^app:\/\/([^/?#]+)/, `https://$1${SUFFIX}`)
}

export function isAppUrl(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname.endsWith(SUFFIX)
}

/** The URL that Electron would report for what the browser shows. */
export function toElectronUrl(url: string): string {
  if (!isAppUrl(url)) return url
  const { hostname, pathname, search, hash } = new URL(url)
  return `app://${hostname.slice(0, -SUFFIX.length)}${pathname}${search}${hash}`
}
