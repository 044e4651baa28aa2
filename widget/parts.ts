import { type Files, filesIn } from './files.ts'

/** Named by the build. */
declare const CORE_FILE: string
declare const CHAT_FILE: string

const { url: here } = import.meta
const load = filesIn(new URL('.', here).href)

/** This relay's files, for pages that bundled the module of perhaps another version. */
export const files: Files = { core: () => load(CORE_FILE), chat: () => load(CHAT_FILE) }
