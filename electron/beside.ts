import { extname } from 'node:path'

/**
 * A file that a thread or a process starts from, beside the one at `url` and with its ending: bundled in the application, and as it is
 * written in tests. What is packed cannot be run, and lies unpacked beside the archive.
 */
export const beside = (url: string, name: string): URL =>
  new URL(new URL(`./${name}${extname(url)}`, url).href.replace('/app.asar/', '/app.asar.unpacked/'))
