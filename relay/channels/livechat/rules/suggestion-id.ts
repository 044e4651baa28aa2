import { createHash } from 'node:crypto'

/** The beginning of the `custom_id` of what a tag made us suggest: a tag may hold anything and be long. */
export const tagIdOf = (thread: string, tag: string): string => `fb.tag.${thread}.${short(tag)}.`

export const saidIdOf = (event: string, tag: string): string => `fb.said.${event}.${short(tag)}.`

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)
