/** Of the browser's Trusted Types what is used here: the language's own library does not know them yet. */
type Rules = { readonly createScriptURL: (url: string) => string }
declare global {
  interface Window {
    readonly trustedTypes?: { readonly createPolicy: (name: string, rules: Rules) => Rules }
  }
}

/** Throws for a script that is not one of the application's own files. */
function ownScript(url: string): string {
  const { href } = new URL(url, document.baseURI)
  if (!href.startsWith(new URL('/', document.baseURI).href)) throw new TypeError('Not a script of this page')
  return href
}

// The window's policy lets nobody make another, and no thread be started without this one (electron/window/app-protocol.ts).
const policy: Rules = window.trustedTypes?.createPolicy('own-worker', { createScriptURL: ownScript }) ?? {
  createScriptURL: ownScript,
}

/** Starts a thread from one of the application's own files. */
export const startWorker = (url: string): Worker =>
  new Worker(policy.createScriptURL(url), { type: 'module' })
