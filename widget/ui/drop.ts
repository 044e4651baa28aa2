/** A file that nobody takes would make the browser leave the page for it. Words may be dropped as ever. */
export function keepPage(event: DragEvent): void {
  const { dataTransfer } = event
  if (!dataTransfer?.types.includes('Files')) return
  event.preventDefault()
  dataTransfer.dropEffect = 'none'
}
