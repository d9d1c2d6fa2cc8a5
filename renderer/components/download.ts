/** Downloads bytes as a file: through a link to a blob, because the window may not write files itself. */
export function download(content: Uint8Array, fileName: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(content)], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads the blob only after the click has returned, so the URL is revoked later.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
