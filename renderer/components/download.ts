/** Hands bytes to the person as a file: through a link to a blob, because the window may write no files itself. */
export function download(content: Uint8Array, fileName: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(content)], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
  // The browser has taken hold of the blob when the click returns only in the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
