import { base } from './base.ts'
import { content } from './content.ts'
import { log } from './log.ts'
import { panel } from './panel.ts'

export const styles = [base, panel, log, content].join('')
