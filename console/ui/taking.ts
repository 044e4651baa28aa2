import type { Given } from '../state/desk.ts'
import type { Talk } from '../state/talk.ts'
import { words } from '../words/en.ts'

interface TakingProps extends Given {
  talk: Talk
}

/** Attaches what is pasted; a table that was copied brings a picture of itself along, and is meant as words. */
export function takePasted(event: ClipboardEvent, given: TakingProps): void {
  const { clipboardData: pasted } = event
  const { types = [] } = pasted ?? {}
  if (types.includes('text/plain') && types.includes('text/html')) return
  if (pasted && holdsFiles(pasted)) take(event, pasted, given)
}

/** What makes a part of the page a place where files can be dropped; one that is `open` no more while they are held over it forgets them. */
export function dropPlace(given: TakingProps, open: boolean) {
  const { isDropping } = given.talk
  return {
    onDragOver(event: DragEvent) {
      const { dataTransfer: held } = event
      if (!open || !held || !holdsFiles(held)) return
      event.preventDefault()
      held.dropEffect = 'copy'
      isDropping.value = true
    },
    onDragLeave({ currentTarget: place, relatedTarget: to }: DragEvent) {
      const isInside = place instanceof Node && to instanceof Node && place.contains(to)
      if (!isInside) isDropping.value = false
    },
    onDrop(event: DragEvent) {
      const { dataTransfer: dropped } = event
      isDropping.value = false
      if (open && dropped && holdsFiles(dropped)) take(event, dropped, given)
    }
  }
}

const holdsFiles = ({ types }: DataTransfer): boolean => types.includes('Files')

function take(event: Event, { items }: DataTransfer, { desk, deeds, talk }: TakingProps): void {
  event.preventDefault()
  const files = Array.from(items).flatMap(item => fileIn(item) ?? [])
  if (files.length) deeds.attach(talk.id, files)
  else desk.notice.value = words.composer.noFolders
}

/** Of a folder a browser says that it is a file, and cannot read it. */
const fileIn = (item: DataTransferItem): File | null =>
  item.kind === 'file' && !item.webkitGetAsEntry()?.isDirectory ? item.getAsFile() : null
