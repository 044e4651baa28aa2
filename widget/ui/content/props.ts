import type { Content, ContentKind } from '#shared/content.ts'

export type ContentOf<Kind extends ContentKind> = { [K in Kind]: Extract<Content, { kind: K }> }[Kind]

export interface ContentProps<Kind extends ContentKind> {
  content: ContentOf<Kind>
  /** Of the message that shows it. */
  seq: number
}
